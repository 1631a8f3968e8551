/*
 * A process of its own that carries out calls of the local forge, all at once,
 * and is killed while each stands at a chosen step: before its n-th write to
 * the disk or statement to the database, or in the middle of that write. So one
 * process that dies stands for many. `ForgeChildren` starts it.
 */
import knexFactory, { type Knex } from 'knex';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { LocalForgeConfig } from '../config/readLocalForgeConfig';
import { LocalForge } from '../forge/LocalForge';
import { watchWrites } from './watchWrites';

type Calls = Pick<
  LocalForge,
  'propose' | 'commit' | 'update' | 'review' | 'merge' | 'close'
>;

/** A method of the forge with its arguments. */
export type ForgeCall = {
  [K in keyof Calls]: {
    readonly call: K;
    readonly args: Parameters<Calls[K]>;
  };
}[keyof Calls];

/** A step at which a call stands when the process dies. */
export interface Kill {
  /** Counted from 0; the step is not done any more. */
  readonly at: number;
  /** Half of the step is done, where it is a write. */
  readonly isTorn: boolean;
}

/** What the child is told to do. */
export interface ForgeOrder {
  readonly connection: object;
  readonly config: LocalForgeConfig;
  readonly call: ForgeCall;
  readonly kill?: Kill;
}

/** What became of an order, where the process lived. */
export interface ForgeAnswer {
  /** Every write and every statement, in their order. */
  readonly steps: readonly string[];
  readonly error?: string;
}

interface Running {
  readonly order: ForgeOrder;
  readonly steps: string[];
  /** Tells that it will go no further. */
  stand: () => void;
}

const running = new AsyncLocalStorage<Running>();

/** Counts a step of the call that takes it, and stops there where it should. */
async function step(name: string, tear?: () => Promise<void>): Promise<void> {
  const current = running.getStore();
  if (current && current.steps.push(name) - 1 === current.order.kill?.at) {
    if (current.order.kill.isTorn) {
      await tear?.();
    }
    current.stand();
    await new Promise<never>(() => {});
  }
}

function watchStatements({ client }: Knex): void {
  const prototype = Object.getPrototypeOf(client);
  const query: (...args: unknown[]) => Promise<unknown> = prototype._query;
  prototype._query = async function _query(
    connection: unknown,
    statement: { sql: string },
  ) {
    await step(`sql ${statement.sql}`);
    return await query.call(this, connection, statement);
  };
}

/** One for each folder, as a backend has. */
function openForge({ connection, config }: ForgeOrder) {
  const knex = knexFactory({ client: 'pg', connection });
  return { forge: new LocalForge(config, knex), knex };
}

async function carryOut(
  order: ForgeOrder,
  forge: LocalForge,
): Promise<ForgeAnswer | 'stands'> {
  const { call } = order;
  const steps: string[] = [];
  return await new Promise(resolve => {
    const current = { order, steps, stand: () => resolve('stands') };
    running.run(current, async () => {
      try {
        await Reflect.apply(forge[call.call], forge, call.args);
        resolve({ steps });
      } catch (error) {
        resolve({ steps, error: String(error) });
      }
    });
  });
}

process.once('message', async (orders: readonly ForgeOrder[]) => {
  watchStatements(knexFactory({ client: 'pg' }));
  const forges = new Map<string, ReturnType<typeof openForge>>();
  for (const order of orders) {
    const folder = order.config.directory;
    if (!forges.has(folder)) {
      forges.set(folder, openForge(order));
      watchWrites(folder, async ({ call, path, tear }) =>
        step(`${call} ${path.slice(folder.length)}`, tear),
      );
    }
  }
  const answers = await Promise.all(
    orders.flatMap(order => {
      const opened = forges.get(order.config.directory);
      return opened ? [carryOut(order, opened.forge)] : [];
    }),
  );
  if (answers.includes('stands')) {
    process.kill(process.pid, 'SIGKILL');
  }
  await Promise.all([...forges.values()].map(({ knex }) => knex.destroy()));
  process.send?.({ answers }, () => process.disconnect());
});
