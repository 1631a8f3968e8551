import { Worker } from 'node:worker_threads';
import { ArtifactError } from './ArtifactError';
import type { ArtifactBatch, ArtifactReport } from './ArtifactReport';
import { DEFAULT_LIMITS } from './limits';
import type { ReadArtifactOptions } from './readArtifact';
import { codeOf } from './source/errorCode';
import type { ArtifactInput } from './source/openBytes';
import { artifactWorkerFile } from './worker/artifactWorker';
import { ByteSupply } from './worker/ByteSupply';
import { Mailbox } from './worker/Mailbox';
import type {
  WorkerCommand,
  WorkerMessage,
  WorkerOrder,
} from './worker/protocol';

const MEBIBYTE = 1024 * 1024;

/**
 * Reads a file in a worker thread: its records in batches, and at the end the
 * report (the return value of the generator).
 *
 * @remarks
 * The caller's thread only copies bytes in chunks of 128 KiB (not even that
 * when given a path) and takes batches of about that size. The thread ends with
 * the generator: read it to its end, or call `return`, as leaving a `for await`
 * does. The worker waits when nobody takes its batches.
 *
 * @throws ArtifactError when the file as a whole cannot be understood; batches
 *   that came before are then not to be used. The reason of `signal` when that
 *   was raised. What `input` throws.
 */
export async function* inspectArtifact(
  input: ArtifactInput,
  options: ReadArtifactOptions = {},
): AsyncGenerator<ArtifactBatch, ArtifactReport> {
  const { signal, limits = {}, compiledSql = false } = options;
  signal?.throwIfAborted();
  const { workerHeapMegabytes } = { ...DEFAULT_LIMITS, ...limits };
  const { file, execArgv } = artifactWorkerFile();
  const order: WorkerOrder = {
    suidoArtifactOrder: true,
    path: typeof input === 'string' ? input : undefined,
    limits,
    compiledSql,
  };
  const worker = new Worker(file, {
    execArgv: [...execArgv],
    workerData: order,
    resourceLimits: {
      maxOldGenerationSizeMb: workerHeapMegabytes,
      maxYoungGenerationSizeMb: 16,
    },
  });
  const send = (command: WorkerCommand) => worker.postMessage(command);
  const supply =
    typeof input === 'string' ? undefined : new ByteSupply(input, send);
  const mailbox = new Mailbox<WorkerMessage>();
  worker.on('message', (message: WorkerMessage) => mailbox.put(message));
  worker.on('error', error =>
    mailbox.fail(
      codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY'
        ? new ArtifactError('out-of-memory', {
            limitBytes: workerHeapMegabytes * MEBIBYTE,
          })
        : error,
    ),
  );
  worker.on('exit', code =>
    mailbox.fail(new Error(`The reading thread ended with code ${code}`)),
  );
  const abort = () => mailbox.fail(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });

  try {
    for (;;) {
      const message = await mailbox.take();
      switch (message.kind) {
        case 'pull':
          supply?.next().catch(error => mailbox.fail(error));
          break;
        case 'batch':
          yield message.batch;
          send({ kind: 'credit' });
          break;
        case 'report':
          return message.report;
        case 'failed':
          throw new ArtifactError(message.code, message.values);
        default:
          throw new Error(message.message);
      }
    }
  } finally {
    signal?.removeEventListener('abort', abort);
    await Promise.all([worker.terminate(), supply?.close()]);
  }
}
