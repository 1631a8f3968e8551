import { isDeepStrictEqual } from 'node:util';
import { isSeq, parseDocument } from 'yaml';
import { yamlText } from './yamlText';

/**
 * Adds an entry to the `models` of a properties file.
 *
 * @remarks
 * The entry is put behind the last one, so every byte that was there stays,
 * comments and layout included. The result is read back and compared.
 *
 * @returns `undefined` where the file has no list of models in block style, or
 * could not be read: the entry then goes into a file of its own
 */
export function appendModel(text: string, entry: object): string | undefined {
  const document = parseDocument(text);
  const models = document.get('models', true);
  if (
    document.errors.length > 0 ||
    !isSeq(models) ||
    models.flow ||
    models.items.length === 0 ||
    !models.range
  ) {
    return undefined;
  }
  const [start, valueEnd] = models.range;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = ' '.repeat(start - lineStart);
  const end = endOfLine(text, valueEnd);
  const added = yamlText([entry])
    .trimEnd()
    .split('\n')
    .map(line => indent + line)
    .join('\n');
  const before = text.slice(0, end).replace(/\n*$/, '\n');
  const result = `${before}\n${added}\n${text.slice(end)}`;
  return isSameWith(text, result, entry) ? result : undefined;
}

function endOfLine(text: string, offset: number): number {
  if (text[offset - 1] === '\n') {
    return offset;
  }
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

function isSameWith(before: string, after: string, entry: object): boolean {
  const old = readRoot(before);
  const now = readRoot(after);
  const [added] = parseDocument(yamlText([entry])).toJS();
  return (
    old !== undefined &&
    isDeepStrictEqual(now, { ...old, models: [...old.models, added] })
  );
}

function readRoot(text: string): { models: unknown[] } | undefined {
  const document = parseDocument(text);
  return document.errors.length > 0 ? undefined : document.toJS();
}
