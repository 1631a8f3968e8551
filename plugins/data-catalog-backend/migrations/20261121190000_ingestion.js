// @ts-check

/**
 * Who reads a run and how far it is, and from what a dataset's tier follows.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('source_runs', table => {
    table.text('reader').comment('Changes hands when a reader is gone');
    table
      .bigInteger('staged')
      .notNullable()
      .defaultTo(0)
      .comment('Rows in staged_records, which a crash of the server empties');
    table.timestamp('staged_at').comment('All is staged; it can be applied');
    table
      .boolean('is_released')
      .notNullable()
      .defaultTo(false)
      .comment('A data engineer let it through');
  });
  await knex.schema.alterTable('datasets', table => {
    table.smallint('own_tier').comment('Said of the dataset itself');
    table.smallint('columns_tier').comment('Highest of its columns');
    table.smallint('inherited_tier').comment('Highest of its inputs');
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('datasets', table => {
    table.dropColumns('own_tier', 'columns_tier', 'inherited_tier');
  });
  await knex.schema.alterTable('source_runs', table => {
    table.dropColumns('reader', 'staged', 'staged_at', 'is_released');
  });
};
