/*
 * A backend's worker in a process of its own, with a clock of its own, that
 * tells what it does and can be held in the middle of a step.
 * `WorkerProcess` starts it.
 */
import knexFactory from 'knex';
import { once } from 'node:events';
import type { WorkerTimes } from '../../worker/RequestWorker';
import { createSmallPortal } from './smallPortal';

/** How the child works. */
export interface WorkerOrder {
  readonly connection: object;
  readonly folder: string;
  readonly times: WorkerTimes;
  /** How far its clock goes ahead of the real one. */
  readonly clockAheadMs?: number;
  /** Where in the first step it waits for `go on`. */
  readonly heldAt?: 'before forge' | 'after forge';
  /** It finds that the forge does not answer. */
  readonly isForgeGone?: boolean;
}

/** What the child says; times by the clock of the machine. */
export type WorkerMessage =
  | { readonly said: 'began' | 'ended'; readonly step: string; at: number }
  | { readonly said: 'held' | 'stopped' }
  | { readonly said: 'changed'; readonly id: string; readonly to: string }
  | { readonly said: 'logged'; readonly message: string };

function say(message: WorkerMessage): void {
  process.send?.(message);
}

/** Sets the clock of this process. */
function shiftClock(aheadMs: number): void {
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...args: ConstructorParameters<typeof RealDate> | []) {
      if (args.length === 0) {
        super(RealDate.now() + aheadMs);
      } else {
        super(...args);
      }
    }

    static now(): number {
      return RealDate.now() + aheadMs;
    }
  } as DateConstructor;
}

async function hold(): Promise<void> {
  say({ said: 'held' });
  await once(process, 'go on');
}

async function work(order: WorkerOrder): Promise<void> {
  const { heldAt, isForgeGone } = order;
  let isFirst = true;
  shiftClock(order.clockAheadMs ?? 0);
  const knex = knexFactory({
    client: 'pg',
    connection: order.connection,
    log: { warn: () => {} },
  });
  const portal = createSmallPortal({
    knex,
    folder: order.folder,
    onChange: ({ id, to }) => say({ said: 'changed', id, to }),
  });
  portal.log.push = (...messages) => {
    messages.forEach(message => say({ said: 'logged', message }));
    return 0;
  };
  const { forge } = portal;
  const propose = forge.propose.bind(forge);
  forge.propose = async (repository, input) => {
    const step = input.idempotencyKey;
    const isHeld = isFirst && heldAt;
    isFirst = false;
    say({
      said: 'began',
      step,
      at: performance.timeOrigin + performance.now(),
    });
    try {
      if (isForgeGone) {
        throw new Error('connect ECONNREFUSED 10.0.0.7');
      }
      if (isHeld === 'before forge') {
        await hold();
      }
      const proposal = await propose(repository, input);
      if (isHeld === 'after forge') {
        await hold();
      }
      return proposal;
    } finally {
      say({
        said: 'ended',
        step,
        at: performance.timeOrigin + performance.now(),
      });
    }
  };
  const worker = portal.createWorker(order.times);
  worker.start();
  // The timer of a worker keeps no process alive.
  const stay = setInterval(() => {}, 60_000);
  await once(process, 'stop');
  await worker.stop();
  clearInterval(stay);
  await knex.destroy();
  say({ said: 'stopped' });
  process.disconnect();
}

process.on('message', (message: WorkerOrder | 'go on' | 'stop') => {
  if (typeof message === 'string') {
    process.emit(message as 'message', undefined, undefined);
  } else {
    void work(message);
  }
});
