import { InputError } from '@backstage/errors';
import {
  IDENTIFIER_PATTERN,
  isAggregated,
  operandsOf,
  type MartColumn,
  type MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { DEFAULT_TIER, highestTier, type Tier } from '@suido/vocabulary';
import type { RepositoryView } from '../repository/RepositoryView';
import { isReservedWord } from '../sql/reservedWords';
import { readCalculation } from './calculation/readCalculation';
import { derivedLevels, MAX_DERIVED_LEVEL } from './derivedLevels';
import { shown } from './explanation/words';
import { readFilterValue } from './readFilterValue';
import type {
  ResolvedColumn,
  ResolvedMart,
  ResolvedSource,
  SourceColumn,
} from './ResolvedMart';
import { aggregateType, takenType } from './valueTypes';

/**
 * Finds everything that the spec names.
 *
 * @remarks
 * The checks say in words what is wrong; this is the fence behind them, and
 * the only way from a spec to SQL: nothing unchecked gets past it.
 *
 * @throws `InputError` at the first thing that is not there or not well formed
 */
export function resolveMart(
  spec: MartSpec,
  view: Pick<RepositoryView, 'datasets'>,
): ResolvedMart {
  const aggregated = isAggregated(spec);
  if (aggregated && spec.columns.some(({ role }) => role === 'detail')) {
    throw new InputError('A mart with measures has no column of single rows');
  }
  const sources = orderedSources(spec, view);
  const byAlias = new Map(sources.map(source => [source.alias, source]));
  const find = (alias: string, name: string): SourceColumn => {
    const column = byAlias.get(alias)?.dataset.columns.get(name);
    if (!column) {
      throw new InputError(`There is no column '${name}' in source '${alias}'`);
    }
    return { alias, column };
  };
  return {
    sources,
    joins: spec.joins.map(({ source, type, on }) => ({
      alias: source,
      type,
      on: on.map(({ leftSource, leftColumn, rightColumn }) => ({
        left: find(leftSource, leftColumn),
        right: find(source, rightColumn),
      })),
    })),
    filters: spec.filters.map(({ source, column, operator, values }) => {
      const found = find(source, column);
      return {
        column: found,
        operator,
        values: values.map(value => {
          const literal = readFilterValue(value, found.column.valueType);
          if (!literal) {
            throw new InputError(
              `'${shown(value)}' is no value of column '${column}'`,
            );
          }
          return literal;
        }),
      };
    }),
    columns: resolveColumns(spec, find),
    aggregated,
  };
}

function identifier(name: string): string {
  if (!IDENTIFIER_PATTERN.test(name) || isReservedWord(name)) {
    throw new InputError(`'${name}' is not a usable name`);
  }
  return name;
}

function orderedSources(
  spec: MartSpec,
  view: Pick<RepositoryView, 'datasets'>,
): readonly [ResolvedSource, ...ResolvedSource[]] {
  const sources = new Map<string, ResolvedSource>();
  for (const { alias, dataset } of spec.sources) {
    const found = view.datasets.get(dataset);
    if (!found || sources.has(alias)) {
      throw new InputError(`Source '${alias}' is unknown or given twice`);
    }
    sources.set(identifier(alias), { alias, dataset: found });
  }
  const [base] = sources.values();
  if (!base) {
    throw new InputError('The mart reads no dataset');
  }
  const joined = [base];
  for (const { source, on } of spec.joins) {
    const found = sources.get(source);
    const isLate = on.some(
      ({ leftSource }) => !joined.some(({ alias }) => alias === leftSource),
    );
    if (!found || joined.includes(found) || on.length === 0 || isLate) {
      throw new InputError(`The join of '${source}' does not fit the sources`);
    }
    joined.push(found);
  }
  if (joined.length !== sources.size) {
    throw new InputError('A source is not joined to the others');
  }
  return [base, ...joined.slice(1)];
}

function resolveColumns(
  spec: MartSpec,
  find: (alias: string, name: string) => SourceColumn,
): readonly ResolvedColumn[] {
  const levels = derivedLevels(spec.columns);
  const byLevel = [...spec.columns].sort(
    (a, b) => (levels.get(a.name) ?? 0) - (levels.get(b.name) ?? 0),
  );
  const resolved = new Map<string, ResolvedColumn>();
  for (const column of byLevel) {
    if (resolved.has(identifier(column.name))) {
      throw new InputError(`Two columns have the name '${column.name}'`);
    }
    resolved.set(column.name, {
      name: column.name,
      role: column.role,
      definition: column.definition,
      ...resolveExpression(column, {
        find,
        resolved,
        level: levels.get(column.name),
        rowTier: spec.tier < DEFAULT_TIER ? spec.tier : DEFAULT_TIER,
      }),
    });
  }
  if (resolved.size === 0) {
    throw new InputError('The mart has no columns');
  }
  return spec.columns.flatMap(({ name }) => resolved.get(name) ?? []);
}

interface ExpressionContext {
  readonly find: (alias: string, name: string) => SourceColumn;
  readonly resolved: ReadonlyMap<string, ResolvedColumn>;
  readonly level: number | undefined;
  /** Tier of a mere number of rows. */
  readonly rowTier: Tier;
}

function resolveExpression(
  column: MartColumn,
  { find, resolved, level, rowTier }: ExpressionContext,
): Pick<ResolvedColumn, 'expression' | 'type' | 'tier'> {
  switch (column.role) {
    case 'dimension':
    case 'detail': {
      const from = find(column.source, column.column);
      const grain = column.role === 'dimension' ? column.timeGrain : undefined;
      return {
        expression: grain
          ? { kind: 'period', from, grain }
          : { kind: 'column', from },
        type: takenType(from.column.valueType, grain),
        tier: from.column.tier,
      };
    }
    case 'measure': {
      const from =
        column.column === undefined
          ? undefined
          : find(column.source, column.column);
      if (!from && column.aggregation !== 'count') {
        throw new InputError(`'${column.name}' says no column to aggregate`);
      }
      return {
        expression: {
          kind: 'aggregate',
          aggregation: column.aggregation,
          ...(from ? { from } : {}),
        },
        type: aggregateType(column.aggregation, from?.column.valueType),
        tier: from?.column.tier ?? rowTier,
      };
    }
    default: {
      if (level === undefined || level > MAX_DERIVED_LEVEL) {
        throw new InputError(`'${column.name}' is computed from itself`);
      }
      const reading = readCalculation(
        column.calculation,
        name => resolved.get(name)?.type,
      );
      if (!('calculation' in reading)) {
        const [problem] = reading.problems;
        throw new InputError(
          `'${column.name}' cannot be calculated: ${problem?.what} at ${problem?.field}`,
        );
      }
      const reads = operandsOf(column.calculation).flatMap(({ operand }) =>
        operand.kind === 'column' ? [operand.name] : [],
      );
      return {
        expression: {
          kind: 'derived',
          calculation: reading.calculation,
          reads: [...new Set(reads)],
          level,
        },
        type: reading.type,
        tier: highestTier(
          reads.flatMap(name => resolved.get(name)?.tier ?? []),
        ),
      };
    }
  }
}
