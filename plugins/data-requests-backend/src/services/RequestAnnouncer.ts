import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import {
  REQUEST_CHANGED_TOPIC,
  type RequestChangedEvent,
} from '@suido/backstage-plugin-data-requests-common';
import type { AppliedChange } from '../database/RequestStore';
import type { StoredRequest } from '../database/StoredRequest';
import { notificationText } from './notificationText';

/**
 * Tells the rest of the portal, and people, that a request moved.
 *
 * @remarks
 * Runs after the commit and never fails the request: an event is a hint and a
 * notification a courtesy, so what goes wrong here is logged and left.
 */
export class RequestAnnouncer {
  readonly #events: EventsService;
  readonly #notifications: NotificationService;
  readonly #logger: LoggerService;

  constructor(options: {
    events: EventsService;
    notifications: NotificationService;
    logger: LoggerService;
  }) {
    this.#events = options.events;
    this.#notifications = options.notifications;
    this.#logger = options.logger;
  }

  /** A request that was just stored. */
  async announceNew(request: StoredRequest): Promise<void> {
    await this.#publish(request, undefined);
  }

  /** Announces a change of state; any other change is silent. */
  async announce(change: AppliedChange): Promise<void> {
    const { before, after, actor } = change;
    if (before.state === after.state) {
      return;
    }
    await this.#publish(after, before);
    await this.#notify(after, [after.requester], actor);
    if (after.state === 'in-review') {
      await this.#notify(after, after.reviewers, after.requester);
    }
  }

  async #publish(
    request: StoredRequest,
    before: StoredRequest | undefined,
  ): Promise<void> {
    const eventPayload: RequestChangedEvent = {
      version: 1,
      id: request.id,
      kind: request.kind,
      target: request.target,
      from: before?.state,
      to: request.state,
      at: request.stateSince,
    };
    await this.#attempt(request, 'event', () =>
      this.#events.publish({ topic: REQUEST_CHANGED_TOPIC, eventPayload }),
    );
  }

  /** @param actor - who did it and so needs no telling */
  async #notify(
    request: StoredRequest,
    recipients: readonly string[],
    actor: string | undefined,
  ): Promise<void> {
    const entityRef = recipients.filter(recipient => recipient !== actor);
    const text = notificationText(request);
    if (entityRef.length === 0 || !text) {
      return;
    }
    await this.#attempt(request, 'notification', () =>
      this.#notifications.send({
        recipients: { type: 'entity', entityRef, excludeEntityRef: actor },
        payload: {
          ...text,
          link: `/data-requests/requests/${request.id}`,
          scope: `data-requests:${request.id}`,
          topic: 'data-requests',
          severity: request.state === 'failed' ? 'high' : 'normal',
        },
      }),
    );
  }

  async #attempt(
    request: StoredRequest,
    what: string,
    act: () => Promise<void>,
  ): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.#logger.warn(
        `The ${what} about request ${request.id} (${
          request.state
        }) was not sent: ${stringifyError(error)}`,
      );
    }
  }
}
