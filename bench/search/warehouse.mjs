import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const NAMESPACE = 'bigquery';
const LAYERS = [
  [/_stable$|_live$/, 'raw'],
  [/_derived$/, 'intermediate'],
  [/_syndicate$|_external$/, 'staging'],
];

/**
 * A real warehouse (tables of mozilla/bigquery-etl) and datasets, columns and
 * dashboards that are named and described in Japanese, as rows of the catalog
 * hold them.
 *
 * @param {{ data: string, terms: string }} files folder of the real metadata;
 *   Markdown tables whose second cell is Japanese and whose third is English
 * @returns {{ datasets: object[], assets: object[] }} for the search index;
 *   their row ids are to be given
 */
export function readWarehouse({ data, terms }) {
  const tables = JSON.parse(
    gunzipSync(
      readFileSync(
        join(data, 'mozilla__bigquery-etl', 'tables.EXTRACT.json.gz'),
      ),
    ),
  );
  const japanese = japaneseThings(readTerms(terms));
  return {
    datasets: [...tables.map(tableDataset), ...japanese.datasets],
    assets: japanese.assets,
  };
}

/** @returns {{ ja: string, en: string }[]} */
function readTerms(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map(line => line.split('|').map(cell => cell.trim()))
    .filter(
      ([, id, ja]) =>
        /^[A-E]\d+$/.test(id ?? '') &&
        /\p{Script=Han}|\p{Script=Katakana}/u.test(ja),
    )
    .map(([, , ja, en]) => ({ ja, en }));
}

function tableDataset(table) {
  const { project, dataset, table: name, columns } = table;
  const definition = { en: table.description ?? undefined };
  return resolved({
    fullName: `${project}.${dataset}.${name}`,
    name,
    type: /VIEW/.test(table.type ?? '') ? 'view' : 'table',
    layer: LAYERS.find(([pattern]) => pattern.test(dataset))?.[1] ?? 'mart',
    domain: dataset,
    owner: table.owners?.[0],
    definition,
    isDeprecated: table.deprecated === true,
    tags: Object.values(table.labels ?? {}).filter(
      label => typeof label === 'string',
    ),
    columns: columns.map(([column, type, description]) => ({
      name: column,
      type: type ?? undefined,
      definition: { en: description ?? undefined },
    })),
  });
}

/** Every fourth a table with a Japanese name, one that is described, a column, a dashboard. */
function japaneseThings(terms) {
  const datasets = [];
  const assets = [];
  const sheets = [];
  terms.forEach(({ ja, en }, index) => {
    const slug = slugOf(en);
    if (index % 4 === 0) {
      datasets.push(
        resolved({
          fullName: `practice.ja.${ja.replace(/[.\s]+/g, '_')}`,
          name: ja.replace(/[.\s]+/g, '_'),
          definition: { en },
        }),
      );
    } else if (index % 4 === 1) {
      datasets.push(
        resolved({
          fullName: `practice.described.${slug}`,
          name: slug,
          definition: { ja },
        }),
      );
    } else if (index % 4 === 2) {
      sheets.push({ name: slug, type: 'STRING', definition: { ja } });
    } else {
      assets.push({
        source: 'bi',
        record: {
          kind: index % 8 === 3 ? 'dashboard' : 'saved-query',
          id: `asset-${index}`,
          title: ja,
          description: en,
        },
      });
    }
  });
  for (let start = 0; start < sheets.length; start += 10) {
    datasets.push(
      resolved({
        fullName: `practice.sheets.sheet_${start / 10}`,
        name: `sheet_${start / 10}`,
        definition: {},
        columns: sheets.slice(start, start + 10),
      }),
    );
  }
  return { datasets, assets };
}

function slugOf(text) {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .split('_')
    .filter(Boolean)
    .slice(0, 6)
    .join('_');
}

function resolved(given) {
  const columns = (given.columns ?? []).map((column, position) => ({
    ...column,
    position,
    tags: [],
    tests: [],
  }));
  return {
    summary: {
      id: { namespace: NAMESPACE, name: given.fullName },
      name: given.name,
      type: given.type ?? 'table',
      layer: given.layer ?? 'mart',
      domain: given.domain ?? 'practice',
      owner: given.owner && {
        label: given.owner,
        isPersonal: given.owner.includes('@'),
      },
      tier: 2,
      definition: given.definition,
      columns: columns.length,
      completeness: given.definition.en || given.definition.ja ? 0.5 : 0.2,
      lifecycle: given.isDeprecated ? 'deprecated' : 'active',
    },
    detail: {
      aliases: [],
      tags: given.tags ?? [],
      owners: [],
      stewards: [],
      primaryKey: [],
      foreignKeys: [],
      tests: [],
      tierRule: 'default',
      told: {},
      missing: [],
    },
    columns,
    sources: ['warehouse'],
  };
}
