import type { FailureCode, FailureValues } from '../ArtifactError';
import type { ArtifactBatch, ArtifactReport } from '../ArtifactReport';
import type { ArtifactLimits } from '../limits';

/** What a worker is started with. */
export interface WorkerOrder {
  readonly suidoArtifactOrder: true;
  /** `undefined`: the bytes come as messages, asked for with `pull`. */
  readonly path: string | undefined;
  readonly limits: Partial<ArtifactLimits>;
  readonly compiledSql: boolean;
}

/** To the worker. */
export type WorkerCommand =
  | { readonly kind: 'chunk'; readonly bytes: Uint8Array }
  | { readonly kind: 'end' }
  /** One more batch may be sent. */
  | { readonly kind: 'credit' };

/** From the worker. */
export type WorkerMessage =
  | { readonly kind: 'pull' }
  | { readonly kind: 'batch'; readonly batch: ArtifactBatch }
  | { readonly kind: 'report'; readonly report: ArtifactReport }
  | {
      readonly kind: 'failed';
      readonly code: FailureCode;
      readonly values: FailureValues;
    }
  | { readonly kind: 'broken'; readonly message: string };

/** Batches that the worker may be ahead of its caller. */
export const BATCHES_AHEAD = 4;

/** Whether a worker's data is an order of ours. */
export function isWorkerOrder(data: unknown): data is WorkerOrder {
  return (
    typeof data === 'object' &&
    data !== null &&
    'suidoArtifactOrder' in data &&
    data.suidoArtifactOrder === true
  );
}
