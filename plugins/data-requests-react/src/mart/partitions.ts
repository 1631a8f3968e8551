import {
  PARTITION_GRAINS,
  type InputDataset,
  type MartColumn,
  type MartPartition,
  type MartSpec,
  type TimeGrain,
} from '@suido/backstage-plugin-data-requests-common';
import type { UpdateFrequency } from '@suido/vocabulary';
import { isTime, martColumnTypes } from './columnTypes';

/** @public */
export type PartitionGrain = MartPartition['grain'];

// A column that holds only first days of months has no partitions per day.
const FINEST: Readonly<Record<TimeGrain, PartitionGrain>> = {
  day: 'day',
  week: 'day',
  month: 'month',
  quarter: 'month',
  year: 'year',
};

const BY_FREQUENCY: Readonly<Record<UpdateFrequency, PartitionGrain>> = {
  hourly: 'day',
  daily: 'day',
  weekly: 'month',
  monthly: 'month',
  'on-demand': 'month',
};

/** The columns of the mart that its rows may be laid out by: dates and times. @public */
export function partitionColumns(
  spec: Pick<MartSpec, 'columns' | 'sources'>,
  datasets: readonly InputDataset[],
): string[] {
  const types = martColumnTypes(spec, datasets);
  return [...types].filter(([, type]) => isTime(type)).map(([name]) => name);
}

/** The grains that make sense for a column of the mart, finest first. @public */
export function partitionGrains(
  columns: readonly MartColumn[],
  name: string,
): readonly PartitionGrain[] {
  const column = columns.find(candidate => candidate.name === name);
  const finest =
    column?.role === 'dimension' && column.timeGrain
      ? FINEST[column.timeGrain]
      : 'day';
  return PARTITION_GRAINS.slice(PARTITION_GRAINS.indexOf(finest));
}

/**
 * How the rows are best laid out: by the first date of the grain, else the
 * first date at all, so that a renewal writes about one partition.
 * @returns `undefined` where the mart has no date
 * @public
 */
export function recommendedPartition(
  spec: Pick<MartSpec, 'columns' | 'sources' | 'grain' | 'updateFrequency'>,
  datasets: readonly InputDataset[],
): MartPartition | undefined {
  const dates = partitionColumns(spec, datasets);
  const column = spec.grain.find(name => dates.includes(name)) ?? dates[0];
  if (column === undefined) {
    return undefined;
  }
  const grains = partitionGrains(spec.columns, column);
  const wanted = BY_FREQUENCY[spec.updateFrequency];
  return { column, grain: grains.includes(wanted) ? wanted : grains[0] };
}
