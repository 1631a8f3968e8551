import { LockedDatabase } from './LockedDatabase';
import type { PreviewCommand, PreviewMessage } from './protocol';

const MEMORY_LIMIT = '256MB';
const RESIDENT_LIMIT_BYTES = 500 * 1024 * 1024;
const RESIDENT_CHECK_MS = 100;

/**
 * The preview process: waits for commands on its channel until that closes.
 *
 * @remarks
 * Commands arrive one after the other (the backend sends a run only after the
 * last one's answer); an `interrupt` may arrive while a run is going on. The
 * process watches its own size too, where the backend cannot.
 */
export async function servePreviews(channel: NodeJS.Process): Promise<void> {
  const send = (message: PreviewMessage) => channel.send?.(message);
  channel.on('disconnect', () => channel.exit(0));
  setInterval(() => {
    if (channel.memoryUsage.rss() > RESIDENT_LIMIT_BYTES) {
      channel.exit(137);
    }
  }, RESIDENT_CHECK_MS).unref();

  const database = await LockedDatabase.open({ memoryLimit: MEMORY_LIMIT });
  let current: number | undefined;
  channel.on('message', (command: PreviewCommand) => {
    if (command.kind === 'interrupt') {
      if (command.runId === current) {
        database.interrupt();
      }
      return;
    }
    const { runId } = command;
    current = runId;
    run(database, command)
      .then(
        results => send({ kind: 'done', runId, results }),
        error => send({ kind: 'broken', runId, message: String(error) }),
      )
      .finally(() => {
        current = undefined;
      });
  });
  send({ kind: 'ready' });
}

async function run(
  database: LockedDatabase,
  command: Extract<PreviewCommand, { kind: 'run' }>,
) {
  for (const name of command.drop) {
    await database.drop(name);
  }
  for (const table of command.load) {
    await database.load(table);
  }
  const timer = setTimeout(() => database.interrupt(), command.timeoutMs);
  try {
    return await database.run(command.statements);
  } finally {
    clearTimeout(timer);
  }
}
