import { isDeepStrictEqual } from 'node:util';
import { isMap, isSeq, parseDocument } from 'yaml';
import { yamlText } from './yamlText';

/** Entries by the key of the list that they belong to, such as `models`. */
export type Entries = Readonly<Record<string, readonly object[]>>;

/**
 * Adds entries to the lists of a properties file.
 *
 * @remarks
 * An entry is put behind the last one of its list, a new list at the end of
 * the file, so every byte that was there stays, comments and layout included.
 * The result is read back and compared.
 *
 * @returns `undefined` where a list is not in block style, or the file could
 * not be read: the entries then go into a file of their own
 */
export function appendEntries(
  text: string,
  entries: Entries,
): string | undefined {
  let result: string | undefined = text;
  for (const [key, list] of Object.entries(entries)) {
    result = result === undefined ? undefined : appendTo(result, key, list);
  }
  return result !== undefined && isSameWith(text, result, entries)
    ? result
    : undefined;
}

function appendTo(
  text: string,
  key: string,
  entries: readonly object[],
): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) {
    return undefined;
  }
  if (!document.has(key)) {
    return `${text.replace(/\n*$/, '\n')}\n${yamlText({ [key]: entries })}`;
  }
  const list = document.get(key, true);
  if (!isSeq(list) || list.flow || list.items.length === 0 || !list.range) {
    return undefined;
  }
  const [start, valueEnd] = list.range;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = ' '.repeat(start - lineStart);
  const end = endOfLine(text, valueEnd);
  const added = yamlText(entries)
    .trimEnd()
    .split('\n')
    .map(line => indent + line)
    .join('\n');
  const before = text.slice(0, end).replace(/\n*$/, '\n');
  return `${before}\n${added}\n${text.slice(end)}`;
}

function endOfLine(text: string, offset: number): number {
  if (text[offset - 1] === '\n') {
    return offset;
  }
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

function isSameWith(before: string, after: string, entries: Entries): boolean {
  const old = readRoot(before);
  const now = readRoot(after);
  const added: Record<string, unknown[]> = parseDocument(
    yamlText(entries),
  ).toJS();
  const wanted = Object.entries(added).map(([key, list]) => {
    const known = old?.[key];
    return [key, [...(Array.isArray(known) ? known : []), ...list]];
  });
  return (
    old !== undefined &&
    isDeepStrictEqual(now, { ...old, ...Object.fromEntries(wanted) })
  );
}

function readRoot(text: string): Record<string, unknown> | undefined {
  const document = parseDocument(text);
  return document.errors.length > 0 ? undefined : document.toJS();
}
