import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ForgeAnswer, ForgeOrder } from './forgeChild';

/** Compiled code, so that hundreds of processes start quickly. */
const CODE_CACHE = join(tmpdir(), 'suido-test-code-cache');

/**
 * Processes that carry out orders. The next one always starts up while the
 * present one works, so that many can follow each other quickly.
 */
export class ForgeChildren {
  #next = start();

  /** One answer to each order; `undefined` where the process was killed. */
  async run(
    orders: readonly ForgeOrder[],
  ): Promise<readonly ForgeAnswer[] | undefined> {
    const child = this.#next;
    this.#next = start();
    let said = '';
    child.stderr?.on('data', data => {
      said += data;
    });
    let answers: ForgeAnswer[] | undefined;
    child.on('message', message => {
      // The loader of TypeScript sends messages of its own.
      if (typeof message === 'object' && message && 'answers' in message) {
        answers = message.answers as ForgeAnswer[];
      }
    });
    child.send(orders);
    const [code, signal] = await once(child, 'close');
    const isKilled =
      signal === 'SIGKILL' && orders.some(order => order.kill !== undefined);
    if (!isKilled && (code !== 0 || !answers)) {
      throw new Error(`The child ended with ${code ?? signal}: ${said}`);
    }
    return answers;
  }

  async stop(): Promise<void> {
    const closed = once(this.#next, 'close');
    this.#next.kill('SIGKILL');
    await closed;
  }
}

function start(): ChildProcess {
  return fork(require.resolve('./forgeChild'), {
    execArgv: [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: CODE_CACHE },
  });
}
