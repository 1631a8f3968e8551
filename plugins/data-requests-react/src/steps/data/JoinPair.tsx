import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { MartJoin } from '@suido/backstage-plugin-data-requests-common';
import { SelectInput } from '../../fields';
import type { ResolvedSource } from '../../mart';
import { dataRequestsReactTranslationRef } from '../../translation';

interface JoinPairProps {
  readonly field: string;
  readonly pair: MartJoin['on'][number];
  readonly joined: ResolvedSource;
  readonly earlier: readonly ResolvedSource[];
  readonly onChange: (pair: MartJoin['on'][number]) => void;
  readonly onRemove: () => void;
}

/** Two columns that must be equal. */
export function JoinPair(props: JoinPairProps) {
  const { field, pair, joined, earlier, onChange, onRemove } = props;
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const leftOptions = earlier.flatMap(({ alias, dataset }) =>
    (dataset?.columns ?? []).map(column => ({
      value: `${alias}.${column.name}`,
      label: `${alias}.${column.name}`,
    })),
  );
  const rightOptions = (joined.dataset?.columns ?? []).map(column => ({
    value: column.name,
    label: `${joined.alias}.${column.name}`,
  }));
  const chooseLeft = (chosen: string) => {
    // An alias has no dot; a column may.
    const dot = chosen.indexOf('.');
    onChange({
      ...pair,
      leftSource: chosen.slice(0, dot),
      leftColumn: chosen.slice(dot + 1),
    });
  };
  return (
    <Box
      data-field={field}
      sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}
    >
      <SelectInput
        field={`${field}.leftColumn`}
        label={t('data.joinLeftColumn')}
        value={pair.leftColumn ? `${pair.leftSource}.${pair.leftColumn}` : ''}
        options={leftOptions}
        emptyLabel={t('data.pick')}
        onChange={chooseLeft}
      />
      <Box aria-hidden="true" sx={{ pt: 1 }}>
        =
      </Box>
      <SelectInput
        field={`${field}.rightColumn`}
        label={t('data.joinRightColumn', { joined: joined.alias })}
        value={pair.rightColumn}
        options={rightOptions}
        emptyLabel={t('data.pick')}
        onChange={rightColumn => onChange({ ...pair, rightColumn })}
      />
      <Button
        size="small"
        onClick={onRemove}
        aria-label={t('action.removeNamed', {
          name: `${pair.leftColumn} = ${pair.rightColumn}`,
        })}
        sx={{ mt: 0.5, flexShrink: 0 }}
      >
        {t('action.remove')}
      </Button>
    </Box>
  );
}
