// @ts-check

/**
 * Sources and what they tell, what counts of it, and its history.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('catalog_state', table => {
    table.comment('One row; whoever applies something holds it');
    table.boolean('only').primary().defaultTo(true);
    table
      .bigInteger('revision')
      .notNullable()
      .defaultTo(0)
      .comment('Moves with everything that readers can see');
  });
  await knex.raw('alter table catalog_state add check ("only")');
  await knex('catalog_state').insert({ only: true });

  await knex.schema.createTable('sources', table => {
    table.comment('Tellers of metadata');
    table.text('id').primary();
    table.text('kind').notNullable();
    table.text('title').notNullable();
    table.text('etag').comment('Of the last snapshot that was applied');
    table.timestamp('taken_at').comment('When it was as it is stored');
    table.timestamp('last_applied_at');
  });

  await knex.schema.createTable('source_runs', table => {
    table.comment('Readings of sources');
    table.string('id', 26).primary().comment('ULID');
    table.text('source_id').notNullable().references('sources.id');
    table.text('state').notNullable();
    table.text('mode');
    table.timestamp('started_at').notNullable().defaultTo(knex.fn.now());
    table
      .timestamp('alive_at')
      .notNullable()
      .defaultTo(knex.fn.now())
      .comment('Moves while somebody reads');
    table.timestamp('finished_at');
    table.timestamp('taken_at');
    table.text('etag');
    table.text('cursor').comment('Where a reading that broke off goes on');
    table.jsonb('report');
    table.jsonb('changes');
    table.jsonb('reason').comment('In words, en and ja');
    table.bigInteger('revision');
    table.index(['source_id', 'id'], 'source_runs_source_idx');
  });
  await knex.raw(`
    alter table source_runs add constraint source_runs_state_ck
      check (state in ('running', 'applied', 'unchanged', 'held', 'failed'))`);
  // Two backends never read one source at once.
  await knex.raw(`
    create unique index source_runs_running_uq on source_runs (source_id)
      where state = 'running'`);

  await knex.schema.createTable('staged_records', table => {
    table.comment('Records of a run before they are applied');
    table.string('run_id', 26).notNullable();
    table.text('kind').notNullable();
    table
      .text('subject')
      .notNullable()
      .comment('Canonical identity within the kind');
    table.specificType('hash', 'bytea').notNullable();
    table.jsonb('record').notNullable();
    table.bigIncrements('sequence', { primaryKey: false });
    table.index(['run_id', 'kind', 'subject'], 'staged_records_subject_idx');
  });
  // Lost in a crash of the server, read again then: worth no log.
  await knex.raw('alter table staged_records set unlogged');

  await knex.schema.createTable('datasets', table => {
    table.comment('What counts, one row per dataset; narrow, for lists');
    table.bigIncrements('id');
    table.text('key').notNullable().unique();
    table.text('namespace').notNullable().comment('Canonical');
    table.text('name').notNullable().comment('Canonical');
    table.text('short_name').notNullable().comment('Last part, as told');
    table.text('type');
    table.text('layer');
    table.text('domain');
    table.text('owner_ref');
    table.text('owner_label');
    table.boolean('owner_is_personal').notNullable().defaultTo(false);
    table.smallint('tier').notNullable().defaultTo(2);
    table.text('update_frequency');
    table.text('definition_en');
    table.text('definition_ja');
    table.text('lifecycle').notNullable().defaultTo('active');
    table.timestamp('loaded_at');
    table.integer('column_count').notNullable().defaultTo(0);
    table.float('completeness').notNullable().defaultTo(0);
    table.specificType('tags', 'text[]').notNullable().defaultTo('{}');
    table
      .specificType('sources', 'text[]')
      .notNullable()
      .defaultTo('{}')
      .comment('Who tells of it; empty where it is only pointed at');
    table.bigInteger('revision').notNullable().defaultTo(0);
    table.timestamp('first_seen_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('changed_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('removed_at').comment('Nobody tells of it any more');
    table.unique(['namespace', 'name'], { indexName: 'datasets_identity_uq' });
    table.index(['revision'], 'datasets_revision_idx');
    table.index(['owner_ref'], 'datasets_owner_idx');
  });
  await knex.raw(`
    alter table datasets
      add constraint datasets_tier_ck check (tier between 1 and 4)`);

  await knex.schema.createTable('dataset_details', table => {
    table.comment('What counts of a dataset beside what lists show');
    table
      .bigInteger('dataset_id')
      .primary()
      .references('datasets.id')
      .onDelete('CASCADE');
    table.jsonb('detail').notNullable();
    table.jsonb('columns').notNullable().comment('In the order of the dataset');
  });

  await knex.schema.createTable('dataset_names', table => {
    table.comment('Every name that a dataset has or had');
    table.text('namespace').notNullable();
    table.text('name').notNullable();
    table.text('key').notNullable().comment('Old keys redirect');
    table
      .bigInteger('dataset_id')
      .notNullable()
      .references('datasets.id')
      .onDelete('CASCADE');
    table.primary(['namespace', 'name']);
    table.index(['key'], 'dataset_names_key_idx');
    table.index(['dataset_id'], 'dataset_names_dataset_idx');
  });

  await knex.schema.createTable('tellings', table => {
    table.comment('What one source says of one dataset');
    table.text('source_id').notNullable().references('sources.id');
    table
      .bigInteger('dataset_id')
      .notNullable()
      .references('datasets.id')
      .onDelete('CASCADE');
    table.specificType('hash', 'bytea').notNullable();
    table.timestamp('told_at').notNullable();
    table.jsonb('record').notNullable();
    table.primary(['source_id', 'dataset_id']);
    table.index(['dataset_id'], 'tellings_dataset_idx');
  });

  await knex.schema.createTable('edges', table => {
    table.comment('Which dataset is made from which, and who says so');
    table.text('source_id').notNullable().references('sources.id');
    table
      .bigInteger('from_id')
      .notNullable()
      .references('datasets.id')
      .onDelete('CASCADE');
    table
      .bigInteger('to_id')
      .notNullable()
      .references('datasets.id')
      .onDelete('CASCADE');
    table.text('evidence').notNullable();
    table.primary(['source_id', 'from_id', 'to_id']);
    table.index(['from_id'], 'edges_from_idx');
    table.index(['to_id'], 'edges_to_idx');
  });

  await knex.schema.createTable('assets', table => {
    table.comment('Saved queries and dashboards');
    table.bigIncrements('id');
    table.text('source_id').notNullable().references('sources.id');
    table.text('kind').notNullable();
    table.text('asset_id').notNullable().comment("The source's own id");
    table.specificType('hash', 'bytea').notNullable();
    table.jsonb('record').notNullable();
    table.bigInteger('revision').notNullable().defaultTo(0);
    table.unique(['source_id', 'kind', 'asset_id'], {
      indexName: 'assets_identity_uq',
    });
  });

  await knex.schema.createTable('asset_reads', table => {
    table.comment('Datasets that an asset reads');
    table
      .bigInteger('asset')
      .notNullable()
      .references('assets.id')
      .onDelete('CASCADE');
    table
      .bigInteger('dataset_id')
      .notNullable()
      .references('datasets.id')
      .onDelete('CASCADE');
    table.primary(['asset', 'dataset_id']);
    table.index(['dataset_id'], 'asset_reads_dataset_idx');
  });

  await knex.schema.createTable('usage_days', table => {
    table.comment('How often somebody used a dataset on a day');
    table.text('source_id').notNullable().references('sources.id');
    table
      .bigInteger('dataset_id')
      .notNullable()
      .references('datasets.id')
      .onDelete('CASCADE');
    table.date('day').notNullable();
    table.text('user_label').notNullable();
    table.bigInteger('queries').notNullable();
    table.decimal('cost_amount', 20, 6);
    table.string('cost_currency', 3);
    table.primary(['source_id', 'dataset_id', 'day', 'user_label']);
    table.index(['dataset_id', 'day'], 'usage_days_dataset_idx');
  });

  await knex.schema.createTable('dataset_edits', table => {
    table.comment('What people wrote in the portal; counts before all sources');
    table
      .bigInteger('dataset_id')
      .primary()
      .references('datasets.id')
      .onDelete('CASCADE');
    table.jsonb('edit').notNullable();
    table.timestamp('at').notNullable().defaultTo(knex.fn.now());
    table.text('actor').notNullable().comment('Entity ref of the last writer');
  });

  await knex.schema.createTable('dataset_changes', table => {
    table.comment('History; append-only');
    table.bigIncrements('sequence');
    table
      .bigInteger('dataset_id')
      .notNullable()
      .references('datasets.id')
      .onDelete('CASCADE');
    table.bigInteger('revision').notNullable();
    table.timestamp('at').notNullable().defaultTo(knex.fn.now());
    table.text('type').notNullable();
    table.text('column_name');
    table.jsonb('before');
    table.jsonb('after');
    table.text('source').notNullable().comment("A source's id, or portal");
    table.text('actor').comment('Entity ref; of what the portal did');
    table.index(['dataset_id', 'sequence'], 'dataset_changes_dataset_idx');
    table.index(['at'], 'dataset_changes_at_idx');
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  for (const table of [
    'dataset_changes',
    'dataset_edits',
    'usage_days',
    'asset_reads',
    'assets',
    'edges',
    'tellings',
    'dataset_names',
    'dataset_details',
    'datasets',
    'staged_records',
    'source_runs',
    'sources',
    'catalog_state',
  ]) {
    await knex.schema.dropTable(table);
  }
};
