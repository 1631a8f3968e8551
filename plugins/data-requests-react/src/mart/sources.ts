import type {
  InputDataset,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { withColumns } from './columns';
import { resolveSources, suggestJoin } from './joins';
import { normaliseIdentifier, uniqueName } from './names';

/** Adds a dataset, joined to those before it by their same-named columns. @public */
export function addSource(
  spec: MartSpec,
  dataset: InputDataset,
  datasets: readonly InputDataset[],
): MartSpec {
  const alias = uniqueName(
    normaliseIdentifier(dataset.name.replace(/^(stg|int|raw|fct|dim)_+/, '')) ||
      'source',
    spec.sources.map(source => source.alias),
  );
  const earlier = resolveSources(spec.sources, datasets);
  return {
    ...spec,
    sources: [...spec.sources, { alias, dataset: dataset.key }],
    joins:
      earlier.length === 0
        ? spec.joins
        : [...spec.joins, suggestJoin(earlier, { alias, dataset })],
  };
}

/** Removes a source with all that is taken from it. @public */
export function removeSource(spec: MartSpec, alias: string): MartSpec {
  const sources = spec.sources.filter(source => source.alias !== alias);
  const first = sources[0]?.alias;
  const kept = {
    ...spec,
    sources,
    joins: spec.joins
      .filter(join => join.source !== alias && join.source !== first)
      .map(join => ({
        ...join,
        on: join.on.filter(pair => pair.leftSource !== alias),
      })),
    filters: spec.filters.filter(filter => filter.source !== alias),
  };
  return withColumns(
    kept,
    spec.columns.filter(
      column => column.role === 'derived' || column.source !== alias,
    ),
  );
}

/** Renames a source wherever it is referred to. @public */
export function renameSource(
  spec: MartSpec,
  from: string,
  to: string,
): MartSpec {
  const renamed = (alias: string) => (alias === from ? to : alias);
  return {
    ...spec,
    sources: spec.sources.map(source => ({
      ...source,
      alias: renamed(source.alias),
    })),
    joins: spec.joins.map(join => ({
      ...join,
      source: renamed(join.source),
      on: join.on.map(pair => ({
        ...pair,
        leftSource: renamed(pair.leftSource),
      })),
    })),
    filters: spec.filters.map(filter => ({
      ...filter,
      source: renamed(filter.source),
    })),
    columns: spec.columns.map(column =>
      column.role === 'derived'
        ? column
        : { ...column, source: renamed(column.source) },
    ),
    ...(spec.unitTest && {
      unitTest: {
        ...spec.unitTest,
        given: spec.unitTest.given.map(rows => ({
          ...rows,
          source: renamed(rows.source),
        })),
      },
    }),
  };
}
