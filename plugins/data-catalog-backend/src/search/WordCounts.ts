import type { Knex } from 'knex';

/**
 * In how many more or fewer documents words occur. Words that a replaced
 * document had before and has still cancel out.
 */
export class WordCounts {
  readonly #changes = new Map<string, number>();

  /** A document with these words came. */
  give(words: Iterable<string>): void {
    this.#count(words, 1);
  }

  /** A document with these words went. */
  take(words: Iterable<string>): void {
    this.#count(words, -1);
  }

  async write(transaction: Knex.Transaction): Promise<void> {
    const changes = [...this.#changes].filter(([, change]) => change !== 0);
    if (changes.length === 0) {
      return;
    }
    await transaction.raw(
      `insert into search_words as w (word, reversed, documents)
       select word, reverse(word), change
         from unnest(?::text[], ?::integer[]) as changed (word, change)
       on conflict (word) do update
         set documents = w.documents + excluded.documents`,
      [changes.map(([word]) => word), changes.map(([, change]) => change)],
    );
    if (changes.some(([, change]) => change < 0)) {
      await transaction.raw(
        'delete from search_words where word = any (?::text[]) and documents <= 0',
        [changes.filter(([, change]) => change < 0).map(([word]) => word)],
      );
    }
  }

  #count(words: Iterable<string>, by: number): void {
    for (const word of words) {
      this.#changes.set(word, (this.#changes.get(word) ?? 0) + by);
    }
  }
}
