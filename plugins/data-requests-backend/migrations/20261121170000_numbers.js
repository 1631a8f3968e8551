// @ts-check

/**
 * Numbers of requests that are drawn, not counted: a gap between two of them
 * would tell of requests that their reader may not see.
 *
 * The release before this one inserts without a number, so it draws as well.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  // One digit more than all the numbers in use would need, and at least four:
  // short for people, and hardly ever drawn twice.
  await knex.raw(`
    create function draw_request_number() returns bigint
    language plpgsql volatile as $$
    declare
      least bigint;
      drawn bigint;
    begin
      select power(10, greatest(3, ceil(log(count(*) + 1)))) into least
        from requests;
      loop
        drawn := least + floor(random() * 9 * least);
        exit when not exists (select from requests where number = drawn);
      end loop;
      return drawn;
    end $$`);
  await knex.raw(`
    alter table requests
      alter column number set default draw_request_number()`);
  await knex.schema.alterTable('requests', table => {
    table.dropIndex(['requester', 'number'], 'requests_requester_idx');
    table.index(['requester', 'id'], 'requests_requester_idx');
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('requests', table => {
    table.dropIndex(['requester', 'id'], 'requests_requester_idx');
    table.index(['requester', 'number'], 'requests_requester_idx');
  });
  // Above all that were drawn, so that counting on meets none of them.
  await knex.raw(`
    select setval('request_number_seq', greatest(max(number), 1)) from requests`);
  await knex.raw(`
    alter table requests
      alter column number set default nextval('request_number_seq')`);
  await knex.raw('drop function draw_request_number()');
};
