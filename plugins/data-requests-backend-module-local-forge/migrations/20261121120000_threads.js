// @ts-check

/**
 * Comments that answer each other, suggest a text, and stand on a range of
 * lines at a commit.
 *
 * All columns may be empty: the release before this one writes comments beside
 * this one during a rolling deploy.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('local_forge_comments', table => {
    table.integer('end_line').comment('Last line of a range from line');
    table
      .bigInteger('in_reply_to')
      .references('local_forge_comments.id')
      .onDelete('CASCADE');
    table.text('suggestion').comment('In place of the anchored lines');
    table
      .text('head_sha')
      .comment('The head when it was made; null from an earlier release');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('local_forge_comments', table => {
    table.dropColumns('end_line', 'in_reply_to', 'suggestion', 'head_sha');
  });
};
