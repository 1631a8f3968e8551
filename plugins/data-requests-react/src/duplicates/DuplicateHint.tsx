import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { Duplicate } from '@suido/backstage-plugin-data-requests-common';
import { useFormTexts } from '../translation';
import { LikenessBar } from './LikenessBar';

const MOST_SHOWN = 3;

interface DuplicateHintProps {
  readonly duplicates: readonly Duplicate[];
  /** Leads to where they are compared. */
  readonly onCompare?: () => void;
}

/** The most alike in short, for the panel beside the form. */
export function DuplicateHint({ duplicates, onCompare }: DuplicateHintProps) {
  const t = useFormTexts();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {duplicates.slice(0, MOST_SHOWN).map(({ subject, name, score }) => (
        <Box
          component="li"
          key={subject}
          sx={{
            display: 'flex',
            gap: 1,
            py: 0.25,
            justifyContent: 'space-between',
            alignItems: 'flex-start',
          }}
        >
          <Box sx={{ minWidth: 0 }}>
            <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
              {name}
            </Typography>
            <LikenessBar score={score} />
          </Box>
          {onCompare && (
            <Button
              size="small"
              onClick={onCompare}
              aria-label={t('duplicate.compareNamed', { name })}
              sx={{ flexShrink: 0 }}
            >
              {t('duplicate.compare')}
            </Button>
          )}
        </Box>
      ))}
    </Box>
  );
}
