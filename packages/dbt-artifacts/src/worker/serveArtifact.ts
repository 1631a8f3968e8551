import type { MessagePort } from 'node:worker_threads';
import { ArtifactError } from '../ArtifactError';
import { readArtifact } from '../readArtifact';
import { Inbox } from './Inbox';
import type { WorkerMessage, WorkerOrder } from './protocol';

/** The worker's side: reads one file and tells of it until it is done. */
export async function serveArtifact(
  port: MessagePort,
  order: WorkerOrder,
): Promise<void> {
  const send = (message: WorkerMessage) => port.postMessage(message);
  const inbox = new Inbox(port);
  try {
    const input = order.path ?? inbox.chunks(() => send({ kind: 'pull' }));
    const reading = readArtifact(input, order);
    let next = await reading.next();
    while (!next.done) {
      await inbox.credit();
      send({ kind: 'batch', batch: next.value });
      next = await reading.next();
    }
    send({ kind: 'report', report: next.value });
  } catch (error) {
    send(
      error instanceof ArtifactError
        ? { kind: 'failed', code: error.code, values: error.values }
        : { kind: 'broken', message: String(error) },
    );
  } finally {
    port.close();
  }
}
