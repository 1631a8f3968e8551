import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import {
  PARTITION_GRAINS,
  type MartPartition,
  type MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { FieldGroup, SelectInput } from '../../fields';
import type { MartForm } from '../../form';
import {
  partitionColumns,
  partitionGrains,
  recommendedPartition,
} from '../../mart';
import { useFormTexts } from '../../translation';
import { ChoiceList } from './ChoiceList';

// No column can have this name, so it can stand for none in the list.
const NONE = '#none';

interface PartitionChoiceProps {
  readonly value: MartSpec;
  readonly onChange: (value: MartSpec) => void;
  readonly form: MartForm;
}

/** How the rows are laid out, said by what it spares the readers. */
export function PartitionChoice(props: PartitionChoiceProps) {
  const { value, onChange, form } = props;
  const t = useFormTexts();
  const { partition, ...withoutPartition } = value;
  const columns = partitionColumns(value, form.datasets);
  const set = (changed: MartPartition) =>
    onChange({ ...value, partition: changed });
  const choose = (chosen: string) => {
    if (chosen === NONE) {
      onChange(withoutPartition);
      return;
    }
    const grains = partitionGrains(value.columns, chosen);
    const kept = grains.find(grain => grain === partition?.grain);
    const advised = recommendedPartition(
      { ...value, grain: [chosen] },
      form.datasets,
    );
    set({ column: chosen, grain: kept ?? advised?.grain ?? grains[0] });
  };
  return (
    <FieldGroup
      field="partition"
      title={t('partition.title')}
      help={form.target && t(`partitionHelp.${form.target.partitioning}`)}
    >
      {columns.length === 0 && !partition ? (
        <Typography variant="body2" color="text.secondary">
          {t('partition.noDates')}
        </Typography>
      ) : (
        <>
          <SelectInput
            field="partition.column"
            label={t('partition.column')}
            value={partition?.column ?? NONE}
            options={[
              { value: NONE, label: t('partition.none') },
              ...columns.map(name => ({ value: name, label: name })),
            ]}
            help={partition ? undefined : t('partition.noneEffect')}
            onChange={choose}
          />
          {partition && (
            <GrainChoice
              value={value}
              partition={partition}
              hasEffect={form.target?.partitioning !== 'none'}
              onChange={set}
            />
          )}
          <Recommendation {...props} onTake={set} />
        </>
      )}
    </FieldGroup>
  );
}

interface GrainChoiceProps {
  readonly value: MartSpec;
  readonly partition: MartPartition;
  /** Whether the warehouse makes anything of it. */
  readonly hasEffect: boolean;
  readonly onChange: (partition: MartPartition) => void;
}

function GrainChoice({
  value,
  partition,
  hasEffect,
  onChange,
}: GrainChoiceProps) {
  const t = useFormTexts();
  const grains = partitionGrains(value.columns, partition.column);
  const effectOf = (grain: MartPartition['grain']) => {
    if (!grains.includes(grain)) {
      return t('partition.tooFine', { grain: t(`partitionNoun.${grains[0]}`) });
    }
    return hasEffect ? t(`partitionEffect.${grain}`) : undefined;
  };
  return (
    <ChoiceList
      label={t('partition.grain')}
      value={partition.grain}
      choices={PARTITION_GRAINS.map(grain => ({
        value: grain,
        label: t(`partitionGrain.${grain}`),
        effect: effectOf(grain),
        disabled: !grains.includes(grain),
      }))}
      onChange={grain => onChange({ ...partition, grain })}
    />
  );
}

interface RecommendationProps extends PartitionChoiceProps {
  readonly onTake: (partition: MartPartition) => void;
}

/** What fits the frequency; its place stays when it is taken. */
function Recommendation({ value, form, onTake }: RecommendationProps) {
  const t = useFormTexts();
  const advised = recommendedPartition(value, form.datasets);
  if (!advised) {
    return null;
  }
  const isTaken =
    value.partition?.column === advised.column &&
    value.partition.grain === advised.grain;
  return (
    <Stack
      direction="row"
      flexWrap="wrap"
      alignItems="center"
      gap={1}
      sx={{ minHeight: 32 }}
    >
      <Typography variant="body2" color="text.secondary">
        {isTaken
          ? t('partition.isRecommended')
          : t('partition.recommended', {
              column: advised.column,
              grain: t(`partitionNoun.${advised.grain}`),
            })}
      </Typography>
      {!isTaken && (
        <Button size="small" onClick={() => onTake(advised)}>
          {t('partition.useRecommended')}
        </Button>
      )}
    </Stack>
  );
}
