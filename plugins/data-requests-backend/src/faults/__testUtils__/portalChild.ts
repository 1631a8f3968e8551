/*
 * A process of its own that carries out acts of small portals, all at once, and
 * is killed while each stands before its n-th statement to the database. So one
 * process that dies stands for many. `PortalChildren` starts it.
 *
 * What the forge writes to the disk between two statements is walked through
 * write by write in the tests of the local forge; here each stands before it
 * and after it.
 */
import knexFactory, { type Knex } from 'knex';
import { AsyncLocalStorage } from 'node:async_hooks';
import { PORTAL_ACTS, type Subject } from './portalActs';
import { createSmallPortal } from './smallPortal';

/** What the child is told to do. */
export interface PortalOrder {
  readonly connection: object;
  readonly folder: string;
  readonly act: string;
  readonly subject: Subject;
  /** Dies before this statement, counted from 0. Absent: lives. */
  readonly killAt?: number;
}

/** What became of an order, where the process lived. */
export interface PortalAnswer {
  readonly statements: readonly string[];
  readonly error?: string;
}

interface Running {
  readonly order: PortalOrder;
  readonly statements: string[];
  /** Tells that it will go no further. */
  stand: () => void;
}

const running = new AsyncLocalStorage<Running>();

function watchStatements({ client }: Knex): void {
  const prototype = Object.getPrototypeOf(client);
  const query: (...args: unknown[]) => Promise<unknown> = prototype._query;
  prototype._query = async function _query(
    connection: unknown,
    statement: { sql: string },
  ) {
    const current = running.getStore();
    const at = (current?.statements.push(statement.sql) ?? 0) - 1;
    if (current && at === current.order.killAt) {
      current.stand();
      await new Promise<never>(() => {});
    }
    return await query.call(this, connection, statement);
  };
}

async function carryOut(order: PortalOrder): Promise<PortalAnswer | 'stands'> {
  const knex = knexFactory({ client: 'pg', connection: order.connection });
  const statements: string[] = [];
  return await new Promise(resolve => {
    const current = { order, statements, stand: () => resolve('stands') };
    running.run(current, async () => {
      const portal = createSmallPortal({ knex, folder: order.folder });
      const act = PORTAL_ACTS.find(({ name }) => name === order.act);
      try {
        await act?.carryOut(portal, order.subject);
        resolve({ statements });
      } catch (error) {
        resolve({ statements, error: String(error) });
      } finally {
        await knex.destroy();
      }
    });
  });
}

process.once('message', async (orders: readonly PortalOrder[]) => {
  watchStatements(knexFactory({ client: 'pg' }));
  const answers = await Promise.all(orders.map(carryOut));
  if (answers.includes('stands')) {
    process.kill(process.pid, 'SIGKILL');
  }
  process.send?.({ answers }, () => process.disconnect());
});
