import {
  IDENTIFIER_PATTERN,
  type MartSpec,
  type Target,
} from '@suido/backstage-plugin-data-requests-common';
import { UPDATE_FREQUENCIES, type Language } from '@suido/vocabulary';

/** What a link may fill in, each as a parameter of this name. */
export const LINK_FIELDS = [
  'question',
  'purpose',
  'name',
  'definition',
  'owner',
  'domain',
  'frequency',
] as const;

/** A parameter that a link may have. */
export type LinkField = (typeof LINK_FIELDS)[number];

/** A spec with what a link fills in, and what of the link does not count. */
export interface LinkStart {
  readonly spec: MartSpec;
  readonly ignored: readonly LinkField[];
}

const LONGEST_TEXT_CHARS = 2_000;

// Control characters but tab and line feed, and those that turn the direction
// of what stands around them.
const UNTYPEABLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\p{Cs}]/u;

/**
 * Fills a spec from the parameters of a link.
 *
 * @remarks
 * Anybody can write a link, so each value is bounded and must be one that the
 * form itself could hold: a text without control characters, a group and a
 * folder that the target has, a word of the vocabulary. Nothing is mended; what
 * does not fit is left out and named.
 *
 * @param language - of the reader, in whose language a definition is taken
 */
export function startFromLink(
  spec: MartSpec,
  params: URLSearchParams,
  target: Target | undefined,
  language: Language,
): LinkStart {
  const ignored: LinkField[] = [];
  let filled = spec;
  for (const field of LINK_FIELDS) {
    const values = params.getAll(field);
    if (values.some(value => value.trim() !== '')) {
      const next =
        values.length === 1
          ? fill(filled, field, values[0].trim(), target, language)
          : undefined;
      filled = next ?? filled;
      if (!next) {
        ignored.push(field);
      }
    }
  }
  return { spec: filled, ignored };
}

/** `undefined` where the value does not fit. */
function fill(
  spec: MartSpec,
  field: LinkField,
  value: string,
  target: Target | undefined,
  language: Language,
): MartSpec | undefined {
  if (value.length > LONGEST_TEXT_CHARS || UNTYPEABLE.test(value)) {
    return undefined;
  }
  switch (field) {
    case 'question':
    case 'purpose':
      return { ...spec, [field]: value };
    case 'definition':
      return { ...spec, definition: { ...spec.definition, [language]: value } };
    case 'name':
      return IDENTIFIER_PATTERN.test(value)
        ? { ...spec, name: value }
        : undefined;
    case 'owner':
      return target?.owners.some(({ entityRef }) => entityRef === value)
        ? { ...spec, owner: value }
        : undefined;
    case 'domain':
      return target?.domains.includes(value)
        ? { ...spec, domain: value }
        : undefined;
    default: {
      const updateFrequency = UPDATE_FREQUENCIES.find(one => one === value);
      return updateFrequency && { ...spec, updateFrequency };
    }
  }
}
