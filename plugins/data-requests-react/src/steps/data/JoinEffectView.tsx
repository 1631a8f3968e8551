import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type {
  JoinEffect,
  MartJoin,
} from '@suido/backstage-plugin-data-requests-common';
import { useNumberFormat } from '@suido/react-kit';
import { useId } from 'react';
import type { MartPreview } from '../../form';
import { useFormTexts } from '../../translation';

/** Room for the numbers before they are there, so that nothing jumps. */
const HEIGHT_PX = 128;

interface JoinEffectViewProps {
  /** Position in the joins of the spec. */
  readonly index: number;
  readonly join: MartJoin;
  readonly preview: MartPreview;
}

/** What a join did to the sample rows: how many before, how many after. */
export function JoinEffectView({ index, join, preview }: JoinEffectViewProps) {
  const t = useFormTexts();
  const id = useId();
  const effect = preview.preview?.joins.find(one => one.join === index);
  return (
    <Box
      role="group"
      aria-labelledby={id}
      aria-busy={preview.isRefreshing}
      sx={{
        minHeight: HEIGHT_PX,
        p: 1.5,
        borderRadius: 1,
        bgcolor: 'action.hover',
      }}
    >
      <Typography id={id} variant="caption" component="p" fontWeight={600}>
        {t('joinEffect.title')}
      </Typography>
      {effect ? (
        <Effect effect={effect} join={join} />
      ) : (
        <Typography variant="body2" color="text.secondary">
          {t(
            preview.isRefreshing || !preview.preview
              ? 'joinEffect.waiting'
              : 'joinEffect.none',
          )}
        </Typography>
      )}
    </Box>
  );
}

interface EffectProps {
  readonly effect: JoinEffect;
  readonly join: MartJoin;
}

function Effect({ effect, join }: EffectProps) {
  const t = useFormTexts();
  const format = useNumberFormat();
  const { rowsBefore, rowsAfter, mostMatches, unmatched } = effect;
  const most = Math.max(rowsBefore, rowsAfter, 1);
  const isMany = mostMatches > 1;
  const unmatchedKey = join.type === 'left' ? 'unmatchedKept' : 'unmatchedLost';
  return (
    <>
      <Bar label={t('joinEffect.before')} rows={rowsBefore} most={most} />
      <Bar
        label={t('joinEffect.after')}
        rows={rowsAfter}
        most={most}
        isWarning={rowsAfter > rowsBefore}
      />
      <Typography variant="body2" sx={{ mt: 0.5 }}>
        {isMany
          ? t('joinEffect.many', {
              amount: format(mostMatches),
              joined: join.source,
            })
          : t('joinEffect.oneToOne', { joined: join.source })}
      </Typography>
      <Typography variant="body2">
        {unmatched > 0
          ? t(`joinEffect.${unmatchedKey}`, { amount: format(unmatched) })
          : t('joinEffect.allMatched')}{' '}
        <Typography component="span" variant="caption" color="text.secondary">
          {t('joinEffect.onSample')}
        </Typography>
      </Typography>
    </>
  );
}

interface BarProps {
  readonly label: string;
  readonly rows: number;
  readonly most: number;
  readonly isWarning?: boolean;
}

function Bar({ label, rows, most, isWarning }: BarProps) {
  const format = useNumberFormat();
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1,
        alignItems: 'center',
        gridTemplateColumns: 'minmax(7rem, auto) 1fr minmax(4rem, auto)',
      }}
    >
      <Typography variant="body2">{label}</Typography>
      <Box aria-hidden="true">
        <Box
          sx={{
            height: 8,
            minWidth: 2,
            borderRadius: 1,
            width: `${(rows / most) * 100}%`,
            bgcolor: isWarning ? 'warning.main' : 'primary.main',
          }}
        />
      </Box>
      <Typography
        variant="body2"
        textAlign="right"
        fontWeight={600}
        sx={{ fontVariantNumeric: 'tabular-nums' }}
      >
        {format(rows)}
      </Typography>
    </Box>
  );
}
