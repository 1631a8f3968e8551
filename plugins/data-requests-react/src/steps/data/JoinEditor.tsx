import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type {
  MartJoin,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { FieldGroup, SelectInput } from '../../fields';
import type { MartForm, MartPreview } from '../../form';
import { resolveSources, suggestJoin, type ResolvedSource } from '../../mart';
import { useFormTexts } from '../../translation';
import { JoinEffectView } from './JoinEffectView';
import { JoinPair } from './JoinPair';
import { useJoinEffects } from './useJoinEffects';

const MOST_PAIRS = 8;

interface JoinEditorProps {
  readonly value: MartSpec;
  readonly onChange: (value: MartSpec) => void;
  readonly form: MartForm;
}

/** How each dataset after the first is brought in. */
export function JoinEditor({ value, onChange, form }: JoinEditorProps) {
  const t = useFormTexts();
  const sources = resolveSources(value.sources, form.datasets);
  const preview = useJoinEffects(value, form);
  return (
    <FieldGroup field="joins" title={t('data.joins')}>
      {value.joins.map((join, index) => {
        const position = sources.findIndex(
          ({ alias }) => alias === join.source,
        );
        return (
          <OneJoin
            key={join.source}
            index={index}
            preview={preview}
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
  /** Position in the joins of the spec. */
  readonly index: number;
  readonly preview: MartPreview;
  readonly join: MartJoin;
  readonly joined: ResolvedSource;
  readonly earlier: readonly ResolvedSource[];
  readonly onChange: (join: MartJoin) => void;
}

function OneJoin(props: OneJoinProps) {
  const { index, preview, join, joined, earlier, onChange } = props;
  const field = `joins.${index}`;
  const t = useFormTexts();
  const suggested = suggestJoin(earlier, joined).on;
  return (
    <FieldGroup
      field={field}
      parts={[`${field}.on`]}
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
      {join.on.map((pair, position) => (
        <JoinPair
          key={position}
          field={`${field}.on.${position}`}
          pair={pair}
          joined={joined}
          earlier={earlier}
          onChange={changed =>
            onChange({ ...join, on: join.on.with(position, changed) })
          }
          onRemove={() =>
            onChange({ ...join, on: join.on.toSpliced(position, 1) })
          }
        />
      ))}
      <Stack direction="row" spacing={1} data-field={`${field}.on`}>
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
      <JoinEffectView index={index} join={join} preview={preview} />
    </FieldGroup>
  );
}
