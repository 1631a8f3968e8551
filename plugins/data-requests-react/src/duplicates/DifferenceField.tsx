import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';
import { useEffect, useRef } from 'react';
import { TextInput } from '../fields';
import { useFormTexts } from '../translation';
import { withDifference, withoutDifference } from './differences';

interface DifferenceFieldProps {
  readonly value: MartSpec;
  readonly onChange: (value: MartSpec) => void;
  /** As `differences` of the spec name it. */
  readonly subject: string;
  /** Name of what the mart differs from. */
  readonly name: string;
  /** Whether the author has just asked for the field. */
  readonly takesFocus: boolean;
}

/** Why the mart differs from something alike; nothing where nobody has said. */
export function DifferenceField(props: DifferenceFieldProps) {
  const { value, onChange, subject, name, takesFocus } = props;
  const t = useFormTexts();
  const box = useRef<HTMLDivElement>(null);
  const index = value.differences.findIndex(one => one.subject === subject);
  const isThere = index >= 0;
  useEffect(() => {
    if (isThere && takesFocus) {
      box.current
        ?.querySelector<HTMLTextAreaElement>('textarea:not([aria-hidden=true])')
        ?.focus();
    }
  }, [isThere, takesFocus]);
  if (!isThere) {
    return null;
  }
  return (
    <Box
      ref={box}
      sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', mt: 2 }}
    >
      <TextInput
        field={`differences.${index}.reason`}
        label={t('duplicate.reason', { name })}
        help={t('duplicate.reasonHelp')}
        value={value.differences[index].reason}
        onChange={reason =>
          onChange(withDifference(value, { subject, reason }))
        }
        rows={2}
      />
      <Button
        size="small"
        sx={{ mt: 0.5, flexShrink: 0 }}
        aria-label={t('duplicate.removeReason', { name })}
        onClick={() => onChange(withoutDifference(value, subject))}
      >
        {t('action.remove')}
      </Button>
    </Box>
  );
}
