import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  DATASETS_CHANGED_TOPIC,
  type DatasetsChangedEvent,
} from '@suido/backstage-plugin-data-catalog-common';

/**
 * Tells the rest of the portal that the catalog moved. Runs after the commit
 * and fails nothing: an event is a hint.
 */
export class CatalogAnnouncer {
  readonly #events: EventsService;
  readonly #logger: LoggerService;

  constructor(options: { events: EventsService; logger: LoggerService }) {
    this.#events = options.events;
    this.#logger = options.logger;
  }

  /** @param source - id of the source that told it, or `portal` */
  async announce(source: string, revision: number): Promise<void> {
    const eventPayload: DatasetsChangedEvent = {
      version: 1,
      revision,
      source,
      at: new Date().toISOString(),
    };
    try {
      await this.#events.publish({
        topic: DATASETS_CHANGED_TOPIC,
        eventPayload,
      });
    } catch (error) {
      this.#logger.warn(
        `Revision ${revision} of the catalog was not announced: ${stringifyError(
          error,
        )}`,
      );
    }
  }
}
