import type { Knex } from 'knex';
import { arrayLiteral, copyRows } from '../database/copyRows';
import type { ResolvedDataset } from '../merge/ResolvedDataset';
import { assetDocument } from './documents/assetDocument';
import { ColumnTexts } from './documents/ColumnTexts';
import { datasetDocument } from './documents/datasetDocument';
import type { ColumnText, SearchDocument } from './documents/SearchDocument';
import { removeDocuments } from './removeDocuments';
import { refreshUses } from './refreshUses';
import type { SearchIndex, StoredAsset } from './SearchIndex';
import { WordCounts } from './WordCounts';

/** From so many documents on, a change is worth new statistics. */
const MANY_DOCUMENTS = 500;

/** What a transaction did so far. */
interface Pending {
  readonly words: WordCounts;
  /** Columns that a dataset has no longer. */
  readonly lostTexts: Set<string>;
  documents: number;
}

/**
 * The index in PostgreSQL.
 *
 * @remarks
 * A document per dataset or asset holds its words, marked with where they
 * stand; what columns say is stored once for all columns that say the same,
 * with links to their datasets. In the warehouse that this was measured with
 * that is 48 thousand texts for 483 thousand columns.
 *
 * Whoever writes holds `catalog_state`, so two writers never meet here.
 */
export class PostgresSearchIndex implements SearchIndex {
  readonly #pending = new WeakMap<Knex.Transaction, Pending>();

  async replaceDatasets(
    transaction: Knex.Transaction,
    datasets: readonly ResolvedDataset[],
  ): Promise<void> {
    await this.removeDatasets(
      transaction,
      datasets.map(({ rowId }) => rowId),
    );
    const texts = new ColumnTexts();
    const documents = datasets.map(dataset => datasetDocument(dataset, texts));
    await addColumnTexts(transaction, texts.all());
    await copyRows(
      transaction,
      'search_columns (text_id, dataset_id)',
      linksOf(documents),
    );
    await this.#addDocuments(transaction, documents);
  }

  async replaceAssets(
    transaction: Knex.Transaction,
    assets: readonly StoredAsset[],
  ): Promise<void> {
    await this.removeAssets(
      transaction,
      assets.map(({ rowId }) => rowId),
    );
    await this.#addDocuments(transaction, assets.map(assetDocument));
  }

  async removeDatasets(
    transaction: Knex.Transaction,
    rowIds: readonly string[],
  ): Promise<void> {
    await this.#remove(transaction, 'dataset_id', rowIds);
  }

  async removeAssets(
    transaction: Knex.Transaction,
    rowIds: readonly string[],
  ): Promise<void> {
    await this.#remove(transaction, 'asset_id', rowIds);
  }

  async finish(transaction: Knex.Transaction): Promise<void> {
    const { words, lostTexts, documents } = this.#of(transaction);
    this.#pending.delete(transaction);
    await words.write(transaction);
    if (lostTexts.size > 0) {
      await transaction.raw(
        `delete from search_column_texts
          where id = any (?::bigint[])
            and not exists (
              select from search_columns where text_id = search_column_texts.id)`,
        [[...lostTexts]],
      );
    }
    await refreshUses(transaction);
    // New words wait in a list that every search would read through.
    await transaction.raw(`
      select gin_clean_pending_list('search_documents_words_idx'),
             gin_clean_pending_list('search_column_texts_words_idx')`);
    if (documents >= MANY_DOCUMENTS) {
      await transaction.raw(
        'analyze search_documents, search_column_texts, search_columns, search_words',
      );
    }
  }

  async #addDocuments(
    transaction: Knex.Transaction,
    documents: readonly SearchDocument[],
  ): Promise<void> {
    const pending = this.#of(transaction);
    pending.documents += documents.length;
    await copyRows(
      transaction,
      'search_documents (kind, dataset_id, asset_id, name_length, source, owner, tags, words, column_texts)',
      documentRows(documents, pending.words),
    );
  }

  async #remove(
    transaction: Knex.Transaction,
    column: 'dataset_id' | 'asset_id',
    rowIds: readonly string[],
  ): Promise<void> {
    const pending = this.#of(transaction);
    const removed = await removeDocuments(transaction, column, rowIds);
    for (const { words, columnTexts } of removed) {
      pending.words.take(words);
      columnTexts.forEach(text => pending.lostTexts.add(text));
    }
  }

  #of(transaction: Knex.Transaction): Pending {
    let pending = this.#pending.get(transaction);
    if (!pending) {
      pending = { words: new WordCounts(), lostTexts: new Set(), documents: 0 };
      this.#pending.set(transaction, pending);
    }
    return pending;
  }
}

function* linksOf(documents: readonly SearchDocument[]) {
  for (const { datasetId, columns } of documents) {
    for (const { id } of columns) {
      yield [id, datasetId];
    }
  }
}

function* documentRows(
  documents: readonly SearchDocument[],
  words: WordCounts,
) {
  for (const document of documents) {
    words.give(document.words);
    yield [
      document.kind,
      document.datasetId,
      document.assetId,
      document.nameLength,
      document.source,
      document.owner,
      document.tags && arrayLiteral(document.tags),
      document.lexemes,
      arrayLiteral(document.columns.map(({ id }) => id)),
    ];
  }
}

async function addColumnTexts(
  transaction: Knex.Transaction,
  texts: readonly ColumnText[],
): Promise<void> {
  const { rows }: { rows: { id: string }[] } = await transaction.raw(
    'select id from search_column_texts where id = any (?::bigint[])',
    [texts.map(({ id }) => id)],
  );
  const known = new Set(rows.map(({ id }) => id));
  await copyRows(
    transaction,
    'search_column_texts (id, name, type, definition, name_length, words)',
    texts
      .filter(({ id }) => !known.has(id))
      .map(text => [
        text.id,
        text.name,
        text.type,
        JSON.stringify(text.definition),
        text.nameLength,
        text.lexemes,
      ]),
  );
}
