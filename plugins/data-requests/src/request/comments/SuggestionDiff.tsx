import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { alpha } from '@mui/material/styles';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { changedLines, type ChangedLine } from './changedLines';

interface SuggestionDiffProps {
  /** The lines as they are; empty where they are unknown. */
  readonly lines: readonly string[];
  /** What should stand there; empty text takes the lines away. */
  readonly suggestion: string;
}

const LOOKS = {
  kept: { sign: '\u00a0', element: 'span' },
  removed: { sign: '−', element: 'del' },
  added: { sign: '+', element: 'ins' },
} as const satisfies Record<ChangedLine['kind'], object>;

/** A proposed text beside what it replaces. */
export function SuggestionDiff({ lines, suggestion }: SuggestionDiffProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const proposed = suggestion === '' ? [] : suggestion.split('\n');
  return (
    <Box
      role="group"
      aria-label={t('comment.suggested')}
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        py: 0.5,
        fontFamily: 'monospace',
        fontSize: 13,
        lineHeight: 1.5,
      }}
    >
      {changedLines(lines, proposed).map(({ kind, text }, index) => {
        const { sign, element } = LOOKS[kind];
        return (
          <Box
            key={index}
            component={element}
            sx={{
              display: 'block',
              px: 1,
              textDecoration: 'none',
              whiteSpace: 'pre-wrap',
              overflowWrap: 'anywhere',
              bgcolor: ({ palette }) =>
                ({
                  kept: undefined,
                  removed: alpha(palette.error.main, 0.14),
                  added: alpha(palette.success.main, 0.14),
                }[kind]),
            }}
          >
            {sign} {text}
          </Box>
        );
      })}
      {proposed.length === 0 && (
        <Box sx={{ px: 1, fontStyle: 'italic' }}>{t('comment.takesAway')}</Box>
      )}
    </Box>
  );
}
