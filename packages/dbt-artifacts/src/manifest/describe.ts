import type { Fields } from '../fields/Fields';
import type { JsonObject, Owner, RelationName } from '../records/shared';

/** What every record of a manifest has. */
export function describe(fields: Fields) {
  return {
    package: fields.text('package_name'),
    description: fields.text('description'),
    filePath: fields.text('original_file_path', 'path'),
    tags: tagsOf(fields),
    meta: metaOf(fields),
    upstream: upstreamOf(fields),
  };
}

/**
 * `config.meta` and `meta` hold the same since dbt 1.10, before it only the
 * second; where both say something the configuration wins.
 */
export function metaOf(fields: Fields): JsonObject {
  const outer = fields.json('meta');
  const inner = fields.optionalObject('config')?.json('meta');
  return inner ? { ...outer, ...inner } : outer;
}

/** Each tag once, of the record and of its configuration. */
export function tagsOf(fields: Fields): readonly string[] {
  const inner = fields.optionalObject('config')?.oneOrMore('tags') ?? [];
  const outer = fields.texts('tags');
  return [...new Set([...outer, ...inner])];
}

/** Unique ids that the record depends on, each once; never macros. */
export function upstreamOf(fields: Fields): readonly string[] {
  return [...new Set(fields.object('depends_on').texts('nodes'))];
}

/** `owner` as groups and exposures have it, or as teams write it to `meta`. */
export function ownerOf(fields: Fields): Owner | undefined {
  const value = fields.any('owner');
  if (typeof value === 'string') {
    const text = value.trim();
    if (text === '') {
      return undefined;
    }
    return isEmail(text) ? { emails: [text] } : { name: text, emails: [] };
  }
  if (Array.isArray(value)) {
    const texts = fields.texts('owner');
    const name = texts.filter(text => !isEmail(text)).join(', ');
    return texts.length > 0
      ? { ...(name && { name }), emails: texts.filter(isEmail) }
      : undefined;
  }
  const owner = fields.optionalObject('owner');
  const name = owner?.text('name');
  const emails = owner?.oneOrMore('email') ?? [];
  return name || emails.length > 0
    ? { ...(name && { name }), emails }
    : undefined;
}

function isEmail(text: string): boolean {
  return /^\S+@\S+$/.test(text);
}

/** A relation by its parts; `undefined` without a name. */
export function relationOf(parts: {
  readonly database?: string;
  readonly schema?: string;
  readonly identifier?: string;
  readonly quoted?: string;
}): RelationName | undefined {
  const { database, schema, identifier, quoted } = parts;
  if (!identifier) {
    return undefined;
  }
  return {
    ...(database && { database }),
    ...(schema && { schema }),
    identifier,
    ...(quoted && { quoted }),
    ...(identifier.endsWith('*') && { isWildcard: true as const }),
  };
}
