import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type {
  ColumnEffect,
  RequestEffect,
} from '@suido/backstage-plugin-data-requests-common';
import { useNumberFormat } from '@suido/react-kit';
import { BarList } from '../../charts/BarList';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { ExampleRows } from './ExampleRows';

/** What is known of the rows of two commits. */
export type RowEffect = Extract<RequestEffect['rows'], { status: 'available' }>;

interface RowEffectsProps {
  readonly rows: RowEffect;
  readonly columns: readonly ColumnEffect[];
}

/** How many rows there were and are, which ones moved, and a few to look at. */
export function RowEffects({ rows, columns }: RowEffectsProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const number = useNumberFormat();
  const isSame = rows.added + rows.removed + rows.changed === 0;
  return (
    <Stack spacing={1.5}>
      <BarList
        label={t('effect.rowCounts')}
        bars={[
          {
            label: t('effect.before'),
            value: rows.rowsBefore,
            text: number(rows.rowsBefore),
          },
          {
            label: t('effect.after'),
            value: rows.rowsAfter,
            text: number(rows.rowsAfter),
          },
        ]}
      />
      <Typography variant="body2">
        {isSame
          ? t('effect.sameRows')
          : t('effect.rowSummary', {
              added: number(rows.added),
              removed: number(rows.removed),
              changed: number(rows.changed),
            })}
      </Typography>
      {rows.examples.length > 0 && (
        <ExampleRows rows={rows} columns={columns} />
      )}
    </Stack>
  );
}
