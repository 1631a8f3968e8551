// @ts-check

/**
 * What a request was at each revision, and drafts that ended because something
 * that exists serves as well.
 *
 * Only new tables: the release before this one runs on beside them.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('request_revisions', table => {
    table.comment('Spec and checks of each commit that the portal made');
    table.string('request_id', 26).notNullable().references('requests.id');
    table.integer('revision').notNullable().comment('As in requests.revision');
    table.timestamp('at').notNullable().defaultTo(knex.fn.now());
    table.text('author').notNullable().comment('Entity ref of who sent it');
    table.jsonb('spec').notNullable();
    table.jsonb('checks').notNullable().comment('What they found when sent');
    table
      .text('head_sha')
      .comment('The commit made from it; null until the forge has it');
    table.primary(['request_id', 'revision']);
  });
  // Requests of the release before know their present revision only.
  await knex.raw(`
    insert into request_revisions
      (request_id, revision, at, author, spec, checks, head_sha)
    select id, revision, updated_at, requester, spec,
      coalesce(evaluation -> 'checks', '[]'), proposal_head_sha
    from requests`);

  await knex.schema.createTable('reuses', table => {
    table.comment('Marts that were not asked for, because another one serves');
    table.text('user_ref').notNullable();
    table.string('draft_id', 26).notNullable();
    table.text('target').notNullable();
    table.text('name').notNullable().comment('What the draft was called');
    table.text('subject').notNullable().comment('dataset:<key>, request:<id>');
    table.float('score').notNullable().comment('As shown, from 0 to 1');
    table.timestamp('at').notNullable().defaultTo(knex.fn.now());
    table.primary(['user_ref', 'draft_id']);
  });

  await knex.schema.alterTable('request_timeline', table => {
    table.index(['type', 'at'], 'request_timeline_type_idx');
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('request_timeline', table => {
    table.dropIndex(['type', 'at'], 'request_timeline_type_idx');
  });
  await knex.schema.dropTable('reuses');
  await knex.schema.dropTable('request_revisions');
};
