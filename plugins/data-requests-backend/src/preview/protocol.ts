import type {
  PreviewResult,
  PreviewStatement,
  PreviewTable,
} from './PreviewRunner';

/** What the backend tells the preview process. */
export type PreviewCommand =
  | {
      readonly kind: 'run';
      readonly runId: number;
      /** Tables of the process that are dropped first. */
      readonly drop: readonly string[];
      readonly load: readonly PreviewTable[];
      readonly statements: readonly PreviewStatement[];
      /** For all statements together, without the loading. */
      readonly timeoutMs: number;
    }
  | { readonly kind: 'interrupt'; readonly runId: number };

/** What the preview process answers. */
export type PreviewMessage =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'done';
      readonly runId: number;
      readonly results: readonly PreviewResult[];
    }
  | {
      readonly kind: 'broken';
      readonly runId: number;
      readonly message: string;
    };

/**
 * Whether something that came over the channel is a message of ours: loaders
 * of the development server use the same channel.
 */
export function isPreviewMessage(message: unknown): message is PreviewMessage {
  const kind =
    typeof message === 'object' && message !== null && 'kind' in message
      ? message.kind
      : undefined;
  return kind === 'ready' || kind === 'done' || kind === 'broken';
}
