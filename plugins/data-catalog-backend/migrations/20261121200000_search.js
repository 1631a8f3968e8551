// @ts-check

/**
 * What can be found. All of it can be made again from what is stored.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('search_documents', table => {
    table.comment('Words of datasets, saved queries and dashboards');
    table.bigIncrements('id');
    table.text('kind').notNullable();
    table
      .bigInteger('dataset_id')
      .unique()
      .references('datasets.id')
      .onDelete('CASCADE');
    table
      .bigInteger('asset_id')
      .unique()
      .references('assets.id')
      .onDelete('CASCADE');
    table.smallint('name_length').notNullable();
    table
      .smallint('uses')
      .notNullable()
      .defaultTo(0)
      .comment('How much it is used, 0 to 15, logarithmic');
    table.text('source').comment('Of an asset');
    table.text('owner').comment('Of an asset');
    table.specificType('tags', 'text[]').comment('Of an asset');
    table
      .specificType('words', 'tsvector')
      .notNullable()
      .comment('Marked with where they stand');
    table
      .specificType('column_texts', 'bigint[]')
      .notNullable()
      .defaultTo('{}')
      .comment('Columns of a dataset, in its order');
  });
  await knex.raw(`
    alter table search_documents
      add constraint search_documents_subject_ck check (
        (kind = 'dataset') = (dataset_id is not null)
        and (dataset_id is null) <> (asset_id is null))`);
  await keepWordsApart(knex, 'search_documents');
  await knex.raw(`
    create index search_documents_words_idx on search_documents
      using gin (words) with (fastupdate = on, gin_pending_list_limit = 65536)`);

  await knex.schema.createTable('search_column_texts', table => {
    table.comment('What columns say; once, however many datasets have it');
    table.bigInteger('id').primary().comment('Hash of all of it');
    table.text('name').notNullable();
    table.text('type');
    table.jsonb('definition').notNullable();
    table.smallint('name_length').notNullable();
    table.specificType('words', 'tsvector').notNullable();
  });
  await keepWordsApart(knex, 'search_column_texts');
  await knex.raw(`
    create index search_column_texts_words_idx on search_column_texts
      using gin (words) with (fastupdate = on, gin_pending_list_limit = 65536)`);

  // Without foreign keys, which would cost more than the rest of a load: a
  // link that is left over leads to no dataset and so shows nothing.
  await knex.schema.createTable('search_columns', table => {
    table.comment('Which datasets have such a column');
    table.bigInteger('text_id').notNullable();
    table.bigInteger('dataset_id').notNullable();
    table.primary(['text_id', 'dataset_id']);
  });

  // "C", so that the beginning of a word is a range of the index.
  await knex.raw(`
    create table search_words (
      word text collate "C" primary key,
      reversed text collate "C" not null,
      documents integer not null)`);
  await knex.raw(`
    comment on table search_words is 'Words that occur; typos are mended by them'`);
  await knex.raw(`
    create index search_words_reversed_idx on search_words (reversed)`);
};

/**
 * The index alone answers what has which words, so they are kept out of the
 * rows, which many searches read by the thousand.
 *
 * @param { import("knex").Knex } knex
 * @param { string } table
 */
async function keepWordsApart(knex, table) {
  await knex.raw(
    `alter table ?? set (toast_tuple_target = 128),
       alter column words set storage external`,
    [table],
  );
}

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  for (const table of [
    'search_words',
    'search_columns',
    'search_column_texts',
    'search_documents',
  ]) {
    await knex.schema.dropTable(table);
  }
};
