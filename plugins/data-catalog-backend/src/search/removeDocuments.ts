import type { Knex } from 'knex';
import { MARKS } from './lexemes';

/** What a document held that is gone. */
export interface RemovedDocument {
  /** Those that stood anywhere in it. */
  readonly words: readonly string[];
  readonly columnTexts: readonly string[];
}

/** Removes documents with the links of their columns. */
export async function removeDocuments(
  transaction: Knex.Transaction,
  column: 'dataset_id' | 'asset_id',
  rowIds: readonly string[],
): Promise<RemovedDocument[]> {
  if (rowIds.length === 0) {
    return [];
  }
  const { rows }: { rows: RemovedDocument[] } = await transaction.raw(
    `with gone as (
       delete from search_documents where ?? = any (?::bigint[])
       returning dataset_id, words, column_texts),
     unlinked as (
       delete from search_columns c
        using gone, unnest(gone.column_texts) text
        where c.text_id = text and c.dataset_id = gone.dataset_id)
     select column_texts as "columnTexts",
            array(select substr(lexeme, 2)
                    from unnest(tsvector_to_array(words)) lexeme
                   where lexeme like '${MARKS.anywhere}%') as words
       from gone`,
    [column, [...rowIds]],
  );
  return rows;
}
