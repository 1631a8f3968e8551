import type { Column } from '@suido/backstage-plugin-data-catalog-common';
import { compactName, indexWords } from '@suido/search-text';
import type { AuthoredText } from '@suido/vocabulary';
import { createHash } from 'node:crypto';
import { markedLexemes } from '../lexemes';
import type { ColumnText } from './SearchDocument';

/** Enough of a definition to tell columns apart in a list. */
const MOST_CHARS_OF_A_TEXT = 2_000;

/**
 * Takes columns apart. Of the hundreds of thousands of columns of a warehouse
 * most say the same as others, so each text is taken apart once.
 */
export class ColumnTexts {
  readonly #known = new Map<string, ColumnText>();

  /** The text of a column; the same object for the same text. */
  of(column: Column): ColumnText {
    const { name, type = '' } = column;
    const { en = '', ja = '' } = column.definition;
    const identity = `${name}\n${type}\n${en}\n${ja}`;
    const known = this.#known.get(identity);
    if (known) {
      return known;
    }
    const text = columnText(column);
    this.#known.set(identity, text);
    return text;
  }

  /** All that were asked for. */
  all(): ColumnText[] {
    return [...this.#known.values()];
  }
}

function columnText({ name, type, definition }: Column): ColumnText {
  const kept: AuthoredText = {
    en: definition.en?.slice(0, MOST_CHARS_OF_A_TEXT),
    ja: definition.ja?.slice(0, MOST_CHARS_OF_A_TEXT),
  };
  const nameWords = indexWords(name);
  const words = new Set([
    ...nameWords,
    ...indexWords(kept.en ?? ''),
    ...indexWords(kept.ja ?? ''),
  ]);
  const last = name.split('.').at(-1) ?? name;
  return {
    id: hashOf(JSON.stringify([name, type, kept.en, kept.ja])),
    name,
    type,
    definition: kept,
    nameLength: Math.min(name.length, 1_000),
    words: [...words],
    lexemes: markedLexemes({
      wholeName: new Set([last, name].map(compactName)),
      name: nameWords,
      anywhere: words,
    }),
  };
}

/** 64 bits of SHA-256, as PostgreSQL's `bigint`. */
function hashOf(text: string): string {
  return createHash('sha256')
    .update(text)
    .digest()
    .readBigInt64BE(0)
    .toString();
}
