import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';
import type { DbtGroup } from '@suido/dbt-project';
import { groupEntityRef } from '../repository/dbtGroups';
import type { SqlDialect } from '../sql/SqlDialect';
import { describedBy, renderedText } from './authoredText';
import { defined } from './definedEntries';
import type { PartitionProperties } from './partition';
import type { PlannedTests } from './planTests';
import type { ResolvedColumn } from './ResolvedMart';
import { webAddress } from './webAddress';
import { bareWord } from './yamlText';

/**
 * The entry of a mart in a properties file, valid for dbt 1.10 and later and
 * for dbt v2: all that configures stands in `config`, arguments of tests in
 * `arguments`. Who asked for it is not in it: preview and pull request are
 * the same bytes.
 */
export function martProperties(
  spec: MartSpec,
  columns: readonly ResolvedColumn[],
  planned: {
    readonly group: DbtGroup | undefined;
    readonly tests: PlannedTests;
    readonly partition: PartitionProperties;
  },
  dialect: SqlDialect,
): object {
  const { group, tests, partition } = planned;
  const { description, descriptionJa } = describedBy(spec.definition);
  const consumers = spec.consumers.flatMap(consumer => {
    const name = renderedText(consumer.name);
    const url = renderedText(webAddress(consumer.url));
    return name === undefined
      ? []
      : [defined({ kind: bareWord(consumer.kind), name, url })];
  });
  return defined({
    name: spec.name,
    description,
    config: defined({
      group: group?.name,
      access: bareWord('protected'),
      contract: { enforced: true },
      ...partition.config,
      tags: [bareWord('mart')],
      meta: defined({
        owner: group && groupEntityRef(group),
        question: renderedText(spec.question),
        purpose: renderedText(spec.purpose),
        update_frequency: bareWord(spec.updateFrequency),
        sensitivity_tier: spec.tier,
        description_ja: descriptionJa,
        partition: partition.meta,
        consumers: consumers.length > 0 ? consumers : undefined,
      }),
    }),
    data_tests: tests.ofModel.length > 0 ? tests.ofModel : undefined,
    columns: columns.map(column =>
      columnProperties(column, tests.ofColumns.get(column.name), dialect),
    ),
  });
}

function columnProperties(
  column: ResolvedColumn,
  tests: readonly unknown[] | undefined,
  dialect: SqlDialect,
): object {
  const { description, descriptionJa } = describedBy(column.definition);
  return defined({
    name: column.name,
    data_type: bareWord(dialect.typeName(column.type)),
    description,
    config: {
      meta: defined({
        description_ja: descriptionJa,
        sensitivity_tier: column.tier,
      }),
    },
    data_tests: tests,
  });
}
