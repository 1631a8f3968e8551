// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('local_forge_proposals', table => {
    table.comment('Pull requests of the local forge; heads follow git');
    table.bigIncrements('id');
    table.text('repository').notNullable();
    table.integer('number').notNullable();
    table.text('idempotency_key').notNullable();
    table.text('branch').notNullable();
    table.text('base_branch').notNullable();
    table.text('title').notNullable();
    table.text('body').notNullable();
    table.text('status').notNullable();
    table.text('base_sha').notNullable();
    table.text('head_sha').notNullable();
    table.text('merge_sha');
    table
      .text('seen_base_sha')
      .notNullable()
      .comment('Tip of the base branch that was last looked at for the head');
    table
      .jsonb('written')
      .notNullable()
      .comment('Blob by path that the portal last wrote; null: deleted');
    table.jsonb('authors').notNullable();
    table
      .timestamp('created_at', { useTz: true })
      .notNullable()
      .defaultTo(knex.fn.now());
    table
      .timestamp('updated_at', { useTz: true })
      .notNullable()
      .defaultTo(knex.fn.now());
    table.unique(['repository', 'number']);
    table.unique(['repository', 'idempotency_key']);
    table.unique(['repository', 'branch']);
    table.check("status in ('open', 'merged', 'closed')");
  });
  await knex.schema.createTable('local_forge_reviews', table => {
    table.comment('Verdicts on a head commit; only the current head counts');
    table.bigIncrements('id');
    table
      .bigInteger('proposal_id')
      .notNullable()
      .references('local_forge_proposals.id')
      .onDelete('CASCADE');
    table.text('actor').notNullable();
    table
      .jsonb('ownership_refs')
      .notNullable()
      .comment('The groups of the reviewer when the verdict was given');
    table.text('verdict').notNullable();
    table.text('body').notNullable();
    table.text('head_sha').notNullable();
    table
      .timestamp('at', { useTz: true })
      .notNullable()
      .defaultTo(knex.fn.now());
    table.index(['proposal_id', 'id']);
    table.check("verdict in ('approve', 'request-changes')");
  });
  await knex.schema.createTable('local_forge_comments', table => {
    table.comment('What people said on a proposal');
    table.bigIncrements('id');
    table
      .bigInteger('proposal_id')
      .notNullable()
      .references('local_forge_proposals.id')
      .onDelete('CASCADE');
    table.text('actor').notNullable();
    table.text('body').notNullable();
    table.text('path');
    table.integer('line');
    table
      .timestamp('at', { useTz: true })
      .notNullable()
      .defaultTo(knex.fn.now());
    table.index(['proposal_id', 'id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('local_forge_comments');
  await knex.schema.dropTable('local_forge_reviews');
  await knex.schema.dropTable('local_forge_proposals');
};
