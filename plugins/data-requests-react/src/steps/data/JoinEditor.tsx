import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type {
  InputDataset,
  MartJoin,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { FieldGroup, SelectInput } from '../../fields';
import { resolveSources, suggestJoin, type ResolvedSource } from '../../mart';
import { dataRequestsReactTranslationRef } from '../../translation';
import { JoinPair } from './JoinPair';

const MOST_PAIRS = 8;

interface JoinEditorProps {
  readonly value: MartSpec;
  readonly onChange: (value: MartSpec) => void;
  readonly datasets: readonly InputDataset[];
}

/** How each dataset after the first is brought in. */
export function JoinEditor({ value, onChange, datasets }: JoinEditorProps) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const sources = resolveSources(value.sources, datasets);
  return (
    <FieldGroup field="joins" title={t('data.joins')}>
      {value.joins.map((join, index) => {
        const position = sources.findIndex(
          ({ alias }) => alias === join.source,
        );
        return (
          <OneJoin
            key={join.source}
            field={`joins.${index}`}
            join={join}
            joined={sources[position] ?? { alias: join.source }}
            earlier={sources.slice(0, Math.max(position, 0))}
            onChange={changed =>
              onChange({ ...value, joins: value.joins.with(index, changed) })
            }
          />
        );
      })}
    </FieldGroup>
  );
}

interface OneJoinProps {
  readonly field: string;
  readonly join: MartJoin;
  readonly joined: ResolvedSource;
  readonly earlier: readonly ResolvedSource[];
  readonly onChange: (join: MartJoin) => void;
}

function OneJoin({ field, join, joined, earlier, onChange }: OneJoinProps) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const suggested = suggestJoin(earlier, joined).on;
  return (
    <FieldGroup
      field={field}
      title={t('data.joinOf', { joined: joined.alias })}
    >
      <SelectInput
        field={`${field}.type`}
        label={t('data.joinType')}
        value={join.type}
        options={[
          {
            value: 'left',
            label: t('data.joinLeft', { joined: joined.alias }),
          },
          { value: 'inner', label: t('data.joinInner') },
        ]}
        onChange={type => onChange({ ...join, type })}
      />
      {join.on.map((pair, index) => (
        <JoinPair
          key={index}
          field={`${field}.on.${index}`}
          pair={pair}
          joined={joined}
          earlier={earlier}
          onChange={changed =>
            onChange({ ...join, on: join.on.with(index, changed) })
          }
          onRemove={() =>
            onChange({ ...join, on: join.on.toSpliced(index, 1) })
          }
        />
      ))}
      <Stack direction="row" spacing={1}>
        {join.on.length < MOST_PAIRS && (
          <Button
            size="small"
            onClick={() =>
              onChange({
                ...join,
                on: [
                  ...join.on,
                  {
                    leftSource: earlier[0]?.alias ?? '',
                    leftColumn: '',
                    rightColumn: '',
                  },
                ],
              })
            }
          >
            {t('data.addPair')}
          </Button>
        )}
        {join.on.length === 0 && suggested.length > 0 && (
          <Button
            size="small"
            onClick={() => onChange({ ...join, on: suggested })}
          >
            {t('data.suggestPairs')}
          </Button>
        )}
      </Stack>
    </FieldGroup>
  );
}
