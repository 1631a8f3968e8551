// @ts-check

/**
 * Requests, their timeline, and drafts.
 *
 * The state list is complete from the start (also for kinds that come later),
 * so that no release has to widen it while the previous one still runs.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.raw('create sequence request_number_seq');

  await knex.schema.createTable('requests', table => {
    table.comment('What people asked for; git is the truth about proposals');
    table.string('id', 26).primary().comment('ULID');
    table
      .bigInteger('number')
      .notNullable()
      .unique()
      .defaultTo(knex.raw(`nextval('request_number_seq')`))
      .comment('Short number for people');
    table.text('kind').notNullable();
    table.text('target').notNullable().comment('Id of the configured target');
    table.text('name').notNullable();
    table.text('title').notNullable();
    table.text('state').notNullable();
    table.text('state_reason').comment('In words; of failed and conflicted');
    table.timestamp('state_since').notNullable().defaultTo(knex.fn.now());
    table.text('requester').notNullable().comment('Entity ref of the person');
    table
      .specificType('authors', 'text[]')
      .notNullable()
      .comment('Everyone whose own request this is; never its reviewers');
    table
      .specificType('reviewers', 'text[]')
      .notNullable()
      .defaultTo('{}')
      .comment('Entity refs whose review is asked for');
    table.text('owner').notNullable().comment('Entity ref of the owning group');
    table.text('domain').notNullable();
    table.smallint('tier').notNullable();
    table.jsonb('spec').notNullable();
    table.text('spec_hash').notNullable();
    table.integer('revision').notNullable().defaultTo(1);
    table
      .jsonb('evaluation')
      .notNullable()
      .comment('Checks, reviewers and explanation as last sent');
    table.text('dataset_key').notNullable();
    table.text('dataset_namespace').notNullable();
    table.text('dataset_name').notNullable();
    table.string('draft_id', 26).notNullable().comment('Idempotency key');
    table.integer('proposal_number');
    table.text('proposal_url');
    table.text('proposal_branch');
    table.text('proposal_head_sha');
    table.text('proposal_base_sha');
    table.text('proposal_merge_sha');
    table
      .boolean('proposing')
      .notNullable()
      .defaultTo(false)
      .comment('The forge may hold a proposal that is not recorded here');
    table
      .integer('reviews_seen')
      .notNullable()
      .defaultTo(0)
      .comment('Reviews of the forge that the timeline already has');
    table.integer('comments_seen').notNullable().defaultTo(0);
    table.text('next_step').comment('What the worker does next');
    table.jsonb('step_input').comment('Who acts and what they had seen');
    table.integer('step_attempts').notNullable().defaultTo(0);
    table.timestamp('step_after').comment('Not before');
    table.text('failed_step').comment('What a retry does again');
    table.uuid('lease_token').comment('The worker that has the step now');
    table.timestamp('lease_until');
    table
      .integer('version')
      .notNullable()
      .defaultTo(1)
      .comment('Moves with every change that people can see');
    table.integer('timeline_length').notNullable().defaultTo(0);
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
    table.unique(['requester', 'draft_id'], { indexName: 'requests_draft_uq' });
    table.index(['requester', 'number'], 'requests_requester_idx');
    table.index(['owner'], 'requests_owner_idx');
    table.index(['dataset_key'], 'requests_dataset_idx');
  });

  await knex.raw(`
    alter table requests
      add constraint requests_state_ck check (state in (
        'draft', 'checking', 'in-review', 'changes-requested', 'approved',
        'merged', 'deployed', 'granted', 'expired', 'revoked', 'withdrawn',
        'lapsed', 'conflicted', 'failed')),
      add constraint requests_tier_ck check (tier between 1 and 4),
      add constraint requests_step_ck check (
        next_step in ('propose', 'update', 'close', 'await-deploy'))`);
  // Two open requests must never make the same dataset, also when they are
  // sent in the same moment.
  await knex.raw(`
    create unique index requests_open_dataset_uq
      on requests (target, dataset_key)
      where state in ('checking', 'in-review', 'changes-requested', 'approved',
                      'conflicted', 'failed')`);
  await knex.raw(`
    create index requests_step_idx on requests (step_after)
      where next_step is not null`);
  await knex.raw(
    'create index requests_reviewers_idx on requests using gin (reviewers)',
  );

  await knex.schema.createTable('request_timeline', table => {
    table.comment('All that happened to a request; rows are only ever added');
    table.string('request_id', 26).notNullable().references('requests.id');
    table.integer('sequence').notNullable().comment('From 1, without gaps');
    table.timestamp('at').notNullable().defaultTo(knex.fn.now());
    table.text('actor').comment('Entity ref; null where the portal acted');
    table.text('type').notNullable();
    table.jsonb('data').notNullable();
    table.primary(['request_id', 'sequence']);
  });
  await knex.raw(`
    create function request_timeline_refuse_change() returns trigger as $$
    begin
      raise exception 'request_timeline is append-only: % refused', tg_op;
    end
    $$ language plpgsql`);
  await knex.raw(`
    create trigger request_timeline_append_only
      before update or delete or truncate on request_timeline
      for each statement execute function request_timeline_refuse_change()`);

  await knex.schema.createTable('drafts', table => {
    table.comment('Unfinished requests of one person');
    table.text('user_ref').notNullable();
    table.string('id', 26).notNullable().comment('ULID made by the client');
    table.integer('revision').notNullable();
    table.jsonb('spec').notNullable();
    table.smallint('step').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
    table.primary(['user_ref', 'id']);
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('drafts');
  await knex.schema.dropTable('request_timeline');
  await knex.raw('drop function request_timeline_refuse_change()');
  await knex.schema.dropTable('requests');
  await knex.raw('drop sequence request_number_seq');
};
