import { tierSchema } from '@suido/vocabulary';
import { z } from 'zod';
import type { Warehouse } from './Warehouse';

const columnSchema = z.object({
  name: z.string(),
  /** As the warehouse calls it. */
  type: z.string(),
  /** When it was built; it may have been raised since. */
  tier: tierSchema,
});

/** How a dataset stands in the warehouse. */
export const datasetStateSchema = z.object({
  /** Name of the dataset: `database.schema.name`. */
  name: z.string(),
  status: z.enum(['ready', 'failed', 'skipped']),
  /** Hash of all that the relation was made from; of the last good build. */
  revision: z.string().optional(),
  columns: z.array(columnSchema),
  rowCount: z.number().int().optional(),
  /** Why it failed or was skipped. */
  error: z.string().optional(),
});

/** One pass over the project. */
export const runSchema = z.object({
  id: z.string(),
  commit: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  status: z.enum(['success', 'error']),
  error: z.string().optional(),
  nodes: z.array(
    z.object({
      name: z.string(),
      status: z.enum(['built', 'unchanged', 'failed', 'skipped']),
      durationMs: z.number(),
      error: z.string().optional(),
    }),
  ),
});

export type DatasetState = z.infer<typeof datasetStateSchema>;
export type Run = z.infer<typeof runSchema>;

const KEPT_RUNS = 50;

/**
 * What the platform remembers, kept inside the warehouse itself: so a relation
 * and its state change in one transaction and can never disagree.
 */
export class StateStore {
  static async open(warehouse: Warehouse): Promise<StateStore> {
    await warehouse.run(`
      create schema if not exists demo_platform;
      create table if not exists demo_platform.datasets (name varchar primary key, state varchar not null);
      create table if not exists demo_platform.runs (id varchar primary key, run varchar not null);`);
    const rows = await warehouse.run(
      'select state from demo_platform.datasets',
    );
    const states = rows.map(([state]) =>
      datasetStateSchema.parse(JSON.parse(String(state))),
    );
    return new StateStore(
      warehouse,
      new Map(states.map(state => [state.name, state])),
    );
  }

  private constructor(
    private readonly warehouse: Warehouse,
    private readonly states: Map<string, DatasetState>,
  ) {}

  get(name: string): DatasetState | undefined {
    return this.states.get(name);
  }

  all(): readonly DatasetState[] {
    return [...this.states.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Writes a state and knows it from then on. */
  async save(state: DatasetState): Promise<void> {
    await this.write(state);
    this.know(state);
  }

  /** Only writes: for a transaction that may still be rolled back. */
  async write(state: DatasetState): Promise<void> {
    await this.warehouse.run(
      'insert or replace into demo_platform.datasets values ($1, $2)',
      [state.name, JSON.stringify(state)],
    );
  }

  /** Knows a state whose transaction was committed. */
  know(state: DatasetState): void {
    this.states.set(state.name, state);
  }

  /** Forgets datasets that the project no longer has. */
  async keepOnly(names: ReadonlySet<string>): Promise<void> {
    for (const name of this.states.keys()) {
      if (!names.has(name)) {
        await this.warehouse.run(
          'delete from demo_platform.datasets where name = $1',
          [name],
        );
        this.states.delete(name);
      }
    }
  }

  async saveRun(run: Run): Promise<void> {
    await this.warehouse.run(
      'insert or replace into demo_platform.runs values ($1, $2)',
      [run.id, JSON.stringify(run)],
    );
    await this.warehouse.run(
      `delete from demo_platform.runs where id not in
       (select id from demo_platform.runs order by id desc limit ${KEPT_RUNS})`,
    );
  }

  /** The last runs, newest first. */
  async runs(): Promise<readonly Run[]> {
    const rows = await this.warehouse.read(query =>
      query('select run from demo_platform.runs order by id desc'),
    );
    return rows.map(([run]) => runSchema.parse(JSON.parse(String(run))));
  }
}
