import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';
import { LiveRegion } from '@suido/react-kit';
import { FieldGroup } from '../fields';
import type { MartForm } from '../form';
import { useFormTexts } from '../translation';
import { DifferenceField } from './DifferenceField';
import type { DuplicateActions } from './DuplicateActions';
import { DuplicateItem } from './DuplicateItem';

const NO_ACTIONS: DuplicateActions = {};

interface DuplicatePanelProps {
  readonly value: MartSpec;
  readonly onChange: (value: MartSpec) => void;
  readonly form: MartForm;
  readonly actions?: DuplicateActions;
}

/**
 * What exists already and looks like this mart. It comes when it is known and
 * stands in nobody's way; where nothing is alike there is nothing to see.
 */
export function DuplicatePanel(props: DuplicatePanelProps) {
  const { value, onChange, form, actions = NO_ACTIONS } = props;
  const t = useFormTexts();
  const { items, error, retry } = form.duplicates;
  // Reasons that were given for what is not alike any more stay editable.
  const earlier = value.differences.filter(
    ({ subject }) => !items.some(item => item.subject === subject),
  );
  const isAsked = form.problems.some(
    ({ field }) => field?.split('.')[0] === 'differences',
  );
  const isThere = items.length > 0 || earlier.length > 0 || isAsked;
  return (
    <>
      <LiveRegion>
        {items.length > 0
          ? t('duplicate.found', { amount: String(items.length) })
          : ''}
      </LiveRegion>
      {isThere && (
        <FieldGroup
          field="differences"
          title={t('duplicate.title')}
          help={t('duplicate.help')}
        >
          <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {items.map(duplicate => (
              <DuplicateItem
                key={duplicate.subject}
                value={value}
                onChange={onChange}
                duplicate={duplicate}
                actions={actions}
              />
            ))}
            {earlier.map(({ subject }) => (
              <li key={subject}>
                <DifferenceField
                  value={value}
                  onChange={onChange}
                  subject={subject}
                  name={nameOfSubject(subject)}
                  takesFocus={false}
                />
              </li>
            ))}
          </Box>
        </FieldGroup>
      )}
      {error && (
        <Stack direction="row" alignItems="center" gap={1}>
          <Typography variant="body2" color="text.secondary">
            {t('duplicate.failedToLook')}
          </Typography>
          <Button size="small" onClick={retry}>
            {t('panel.retry')}
          </Button>
        </Stack>
      )}
    </>
  );
}

/** `dataset:fct-sales-0123456789` is known as `fct-sales-0123456789`. */
function nameOfSubject(subject: string): string {
  return subject.slice(subject.indexOf(':') + 1);
}
