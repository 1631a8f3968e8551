import { readPrintedLiterals } from '../jinja/printedLiterals';
import {
  highestTier,
  tierSchema,
  updateFrequencySchema,
  type AuthoredText,
  type Tier,
} from '@suido/vocabulary';
import type { DbtColumn, DbtNode } from '../types';
import {
  at,
  listOf,
  literalOf,
  mapOf,
  textOf,
  type YamlMap,
} from '../yaml/yamlValue';

const MAX_TEXT_LENGTH_CHARS = 65_536;
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** The part of a node that its YAML entry and its configuration tell. */
export type Description = Pick<
  DbtNode,
  | 'definition'
  | 'columns'
  | 'group'
  | 'access'
  | 'owner'
  | 'purpose'
  | 'updateFrequency'
  | 'tier'
  | 'requestId'
>;

/**
 * Reads what people wrote about a resource.
 *
 * @param entry - its entry of a properties file, empty where there is none
 * @param config - its configuration, all places merged
 */
export function describe(entry: YamlMap, config: YamlMap): Description {
  const meta = mapOf(config.get('meta'));
  const columns = readColumns(entry, config);
  const group = literalOf(config.get('group')) ?? literalOf(entry.get('group'));
  return {
    definition: definitionOf(entry, meta),
    columns,
    group,
    access: accessOf(config.get('access') ?? entry.get('access')),
    owner: ownerOf(meta.get('owner'), group),
    purpose: clip(textOf(meta.get('purpose'))),
    updateFrequency: updateFrequencySchema.safeParse(
      meta.get('update_frequency'),
    ).data,
    tier: nodeTier(tierOf(meta), columns),
    requestId: literalOf(meta.get('request_id')),
  };
}

/** `config.meta` of an entry over its older top-level `meta`. */
export function metaOf(entry: YamlMap): YamlMap {
  return new Map([
    ...mapOf(entry.get('meta')),
    ...mapOf(at(entry, 'config', 'meta')),
  ]);
}

function readColumns(entry: YamlMap, config: YamlMap): readonly DbtColumn[] {
  const types = mapOf(config.get('column_types'));
  const columns = new Map<string, DbtColumn>();
  for (const column of listOf(entry.get('columns'))) {
    const name = literalOf(at(column, 'name'));
    if (name && !columns.has(name)) {
      const meta = metaOf(mapOf(column));
      columns.set(name, {
        name,
        dataType: dataTypeOf(at(column, 'data_type') ?? types.get(name)),
        definition: definitionOf(mapOf(column), meta),
        tier: tierOf(meta),
      });
    }
  }
  for (const [name, type] of types) {
    if (typeof name === 'string' && !columns.has(name)) {
      columns.set(name, { name, dataType: dataTypeOf(type), definition: {} });
    }
  }
  return [...columns.values()];
}

/**
 * `description` is English, with the Japanese one in `meta.description_ja`;
 * where it stands alone it may be in either language.
 */
function definitionOf(entry: YamlMap, meta: YamlMap): AuthoredText {
  const text = clip(textOf(entry.get('description')));
  const japanese = clip(textOf(meta.get('description_ja')));
  if (japanese) {
    return text ? { en: text, ja: japanese } : { ja: japanese };
  }
  if (!text) {
    return {};
  }
  return JAPANESE.test(text) ? { ja: text } : { en: text };
}

function ownerOf(owner: unknown, group: string | undefined) {
  const match = /^(group|user):(?:([\w.-]+)\/)?([\w.-]+)$/i.exec(
    literalOf(owner) ?? '',
  );
  if (match) {
    const [, kind, namespace = 'default', name] = match;
    return `${kind}:${namespace}/${name}`.toLowerCase();
  }
  // dbt names groups with `_` where entity names have `-`
  return group && /^[\w.-]+$/.test(group)
    ? `group:default/${group.replace(/_/g, '-')}`.toLowerCase()
    : undefined;
}

function tierOf(meta: YamlMap): Tier | undefined {
  const written = meta.get('sensitivity_tier');
  return tierSchema.safeParse(
    typeof written === 'string' ? Number(written) : written,
  ).data;
}

function nodeTier(
  own: Tier | undefined,
  columns: readonly DbtColumn[],
): Tier | undefined {
  const tiers = columns.flatMap(({ tier }) => (tier ? [tier] : []));
  return own || tiers.length > 0 ? highestTier(tiers, own) : undefined;
}

function accessOf(value: unknown): DbtNode['access'] {
  const access = literalOf(value);
  return access === 'private' || access === 'protected' || access === 'public'
    ? access
    : undefined;
}

function dataTypeOf(value: unknown): string | undefined {
  return literalOf(value)?.toLowerCase();
}

function clip(text: string | undefined): string | undefined {
  return (
    text && readPrintedLiterals(text.trim().slice(0, MAX_TEXT_LENGTH_CHARS))
  );
}
