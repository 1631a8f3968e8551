import { IDENTIFIER_PATTERN } from '@suido/backstage-plugin-data-requests-common';

const LONGEST_IDENTIFIER = 63;
const LONGEST_SUGGESTION_WORDS = 5;

// Words that carry no meaning in a name.
const FILLERS = new Set(
  (
    'a an and are as at be by can did do does each every for from get give has have how i in is ' +
    'it many me much my need of on or our per show tell that the their them there these this to ' +
    'us want was we were what when where which who why will with would you'
  ).split(' '),
);

// The usual prefixes of mart names, tried where the pattern names none itself.
const COMMON_PREFIXES = ['', 'fct_', 'dim_', 'mart_', 'agg_', 'rpt_'];

/**
 * A text as an identifier: full-width letters folded, lower case, everything
 * else than letters and digits as one underscore. Empty where nothing Latin
 * is left.
 * @public
 */
export function normaliseIdentifier(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, LONGEST_IDENTIFIER)
    .replace(/_+$/, '');
}

/**
 * What a field for identifiers keeps when it is left: the identifier, or the
 * text itself where nothing would remain, so that nothing vanishes.
 * @public
 */
export function tidyIdentifier(text: string): string {
  return normaliseIdentifier(text) || text.trim();
}

/**
 * A name for a mart from its question, by the target's naming rule.
 * @param pattern - `martNamePattern` of the target
 * @returns `undefined` where the question has no Latin words or no name fits
 * @public
 */
export function suggestMartName(
  question: string,
  pattern: string,
): string | undefined {
  const words = normaliseIdentifier(question)
    .split('_')
    .filter(word => word && !FILLERS.has(word))
    .slice(0, LONGEST_SUGGESTION_WORDS);
  if (words.length === 0) {
    return undefined;
  }
  return prefixesOf(pattern)
    .map(prefix => normaliseIdentifier(`${prefix}${words.join('_')}`))
    .find(name => matches(pattern, name));
}

/** The name itself, or with the first free number behind it. @public */
export function uniqueName(name: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  const base = IDENTIFIER_PATTERN.test(name) ? name : 'column';
  let candidate = base;
  for (let number = 2; used.has(candidate); number++) {
    candidate = `${base}_${number}`;
  }
  return candidate;
}

function prefixesOf(pattern: string): string[] {
  const literal = /^\^?\(*(?:\?:)?([a-z]+_)/.exec(pattern)?.[1];
  const alternative = /^\^?\((?:\?:)?([a-z]+)[|)]/.exec(pattern)?.[1];
  const own = [literal, alternative && `${alternative}_`];
  return [...own.filter(prefix => prefix !== undefined), ...COMMON_PREFIXES];
}

function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(name);
  } catch {
    // The rule of the house cannot be read: the check on the server decides.
    return IDENTIFIER_PATTERN.test(name);
  }
}
