import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useFormTexts } from '../translation';
import { likenessOf } from './likeness';

interface LikenessBarProps {
  /** 0 to 1. */
  readonly score: number;
}

/** How alike something is, as a bar and in words. */
export function LikenessBar({ score }: LikenessBarProps) {
  const t = useFormTexts();
  const likeness = likenessOf(score);
  const isLikely = likeness === 'same' || likeness === 'very';
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Box
        aria-hidden="true"
        sx={{
          width: 96,
          height: 6,
          flexShrink: 0,
          borderRadius: 1,
          bgcolor: 'action.selected',
          overflow: 'hidden',
        }}
      >
        <Box
          sx={{
            height: '100%',
            width: `${score * 100}%`,
            bgcolor: isLikely ? 'warning.main' : 'text.disabled',
          }}
        />
      </Box>
      <Typography variant="caption" color="text.secondary">
        {t('duplicate.score', {
          words: t(`duplicate.${likeness}`),
          percent: String(Math.round(score * 100)),
        })}
      </Typography>
    </Box>
  );
}
