/** How the values of a file lie in it. */
export type Layout = 'sections' | 'array' | 'lines' | 'document' | 'yaml';

/** What the beginning of a JSON text shows, whole or cut. */
export interface Outline {
  /** Keys of the root; of its first element where the root is a list. */
  readonly keys: readonly string[];
  /** Short texts and texts of `metadata`, by path (`metadata.dbt_version`). */
  readonly texts: ReadonlyMap<string, string>;
  /** Keys of the first record of a section. */
  readonly recordKeys: ReadonlyMap<string, ReadonlySet<string>>;
  readonly root: 'object' | 'array' | undefined;
  /** The root ended, and what follows it: nothing, a line, or other text. */
  readonly after: 'nothing' | 'line' | 'text' | undefined;
  /** Characters before something that is no JSON. */
  readonly problemAt: number | undefined;
}

const TOKEN = /[\s,:]+|"[^"\\]*(?:\\[\s\S][^"\\]*)*"|[{}[\]]|[^\s,:"{}[\]]+|"/y;
const LONGEST_TEXT = 500;

interface Level {
  readonly isObject: boolean;
  key: string | undefined;
  index: number;
}

/** Reads the outline of a text that may end anywhere. */
export function outlineOf(text: string): Outline {
  const keys: string[] = [];
  const texts = new Map<string, string>();
  const recordKeys = new Map<string, Set<string>>();
  const levels: Level[] = [];
  let root: Outline['root'];
  let after: Outline['after'];
  let problemAt: number | undefined;

  const place = () => {
    const start = root === 'array' ? 1 : 0;
    return levels.slice(start);
  };
  const meetKey = (key: string) => {
    const [top, record] = place();
    const isFirst = root === 'object' || levels[0].index === 0;
    if (levels.length === (root === 'array' ? 2 : 1) && isFirst) {
      keys.push(key);
    } else if (
      root === 'object' &&
      levels.length === 3 &&
      record?.index === 0 &&
      top.key !== undefined
    ) {
      const known = recordKeys.get(top.key) ?? new Set<string>();
      recordKeys.set(top.key, known.add(key));
    }
  };
  const meetText = (value: string) => {
    const path = place();
    const isFirst = root === 'object' || levels[0].index === 0;
    if (isFirst && path.length <= 2 && path.every(level => level.isObject)) {
      const name = path.map(level => level.key).join('.');
      if (path.length === 1 || name.startsWith('metadata.')) {
        texts.set(name, value);
      }
    }
  };
  const finishValue = () => {
    const level = levels.at(-1);
    if (level) {
      level.key = undefined;
      level.index++;
    }
  };

  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [token] = match;
    const level = levels.at(-1);
    if (!level && root) {
      const rest = text.slice(match.index);
      if (rest.trim()) {
        after = /^\s*\n\s*\S/.test(rest) ? 'line' : 'text';
      }
      break;
    }
    if (/^[\s,:]/.test(token)) {
      continue;
    }
    if (token === '"') {
      break; // a string that the end of the text cuts
    }
    if (token === '{' || token === '[') {
      root ??= token === '{' ? 'object' : 'array';
      levels.push({ isObject: token === '{', key: undefined, index: 0 });
    } else if (token === '}' || token === ']') {
      if (!level || level.isObject !== (token === '}')) {
        problemAt = match.index;
        break;
      }
      levels.pop();
      finishValue();
      if (levels.length === 0) {
        after = 'nothing';
      }
    } else if (!level) {
      problemAt = match.index;
      break;
    } else if (level.isObject && level.key === undefined) {
      if (!token.startsWith('"')) {
        problemAt = match.index;
        break;
      }
      level.key = token.slice(1, -1);
      meetKey(level.key);
    } else {
      if (token.startsWith('"') && token.length < LONGEST_TEXT) {
        meetText(token.slice(1, -1));
      }
      finishValue();
    }
  }
  return { keys, texts, recordKeys, root, after, problemAt };
}
