import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { CatalogConfig } from '../config/CatalogConfig';
import { REASONS } from '../ingestion/reasons';
import type { Ingestor } from '../ingestion/Ingestor';
import type { RunRow, SnapshotHead } from '../ingestion/RunRow';
import type { PushedLine } from './readLines';

/** Takes in the snapshots of sources that push. */
export class PushService {
  readonly #config: CatalogConfig['push'];
  readonly #ingestor: Ingestor;

  constructor(options: { config: CatalogConfig['push']; ingestor: Ingestor }) {
    this.#config = options.config;
    this.#ingestor = options.ingestor;
  }

  /**
   * @param subject - of the token; absent for a person
   * @throws `NotAllowedError`, the same where there is no such source
   */
  requirePusher(source: string, subject: string | undefined): void {
    const isMapped = this.#config.sources.some(
      ({ id, subjects }) =>
        id === source && subject !== undefined && subjects.includes(subject),
    );
    if (!isMapped) {
      throw new NotAllowedError(
        `This token may not push as '${source}'; add its subject to the source in 'dataCatalog.push.sources'.`,
      );
    }
  }

  /**
   * Stages and applies a snapshot. A line that is no record is refused alone.
   * @throws `ConflictError` where another push of the source runs now
   */
  async push(
    source: string,
    head: SnapshotHead,
    lines: AsyncIterable<PushedLine>,
    signal: AbortSignal,
  ): Promise<RunRow> {
    const run = await this.#ingestor.push(
      source,
      head,
      async into => {
        for await (const { number, text } of lines) {
          into.signal.throwIfAborted();
          const place = `line ${number}`;
          if (text === undefined) {
            into.stager.refuse(REASONS.tooLong, place);
          } else {
            into.buffer.add(into.stager.stageLine(text, place));
          }
          if (into.buffer.isFull) {
            await into.buffer.flush();
          }
        }
      },
      signal,
    );
    if (!run) {
      throw new ConflictError(
        `Another snapshot of '${source}' is being taken in; push this one after it.`,
      );
    }
    return run;
  }
}
