import FormHelperText from '@mui/material/FormHelperText';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { useFieldProblem } from './FieldChecks';

/** @public */
export interface FieldGroupProps {
  /** Path in the spec whose checks are shown below the title. */
  readonly field?: string;
  /** Paths without a field of their own, whose checks are shown there too. */
  readonly parts?: readonly string[];
  readonly title: string;
  readonly help?: string;
  readonly children: ReactNode;
}

/** Fields that belong together, under one title. @public */
export function FieldGroup(props: FieldGroupProps) {
  const { field, parts, title, help, children } = props;
  const id = useId();
  const problem = useFieldProblem(field ?? '', parts);
  return (
    <Stack
      component="fieldset"
      spacing={1.5}
      data-field={field}
      aria-describedby={help || problem.message ? `${id}-help` : undefined}
      onBlur={event => {
        // Going from one field of the group to the next is not leaving it.
        if (!event.currentTarget.contains(event.relatedTarget)) {
          problem.onLeave();
        }
      }}
      sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}
    >
      <Typography
        component="legend"
        variant="subtitle2"
        fontWeight={600}
        sx={{ p: 0, float: 'left', width: '100%' }}
      >
        {title}
      </Typography>
      {(help || problem.message) && (
        <div id={`${id}-help`}>
          {help && (
            <Typography variant="body2" color="text.secondary">
              {help}
            </Typography>
          )}
          {problem.message && (
            <FormHelperText error={problem.isError}>
              {problem.message}
            </FormHelperText>
          )}
        </div>
      )}
      {children}
    </Stack>
  );
}
