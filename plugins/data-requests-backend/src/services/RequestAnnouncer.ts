import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import {
  REQUEST_CHANGED_TOPIC,
  type RequestChangedEvent,
} from '@suido/backstage-plugin-data-requests-common';
import type { RequestNotice } from '../database/RequestNotice';
import type { AppliedChange } from '../database/RequestStore';
import type { StoredRequest } from '../database/StoredRequest';
import {
  noticeText,
  notificationText,
  type NotificationText,
} from './notificationText';

/**
 * Tells the rest of the portal, and people, that a request moved.
 *
 * @remarks
 * Runs after the commit and never fails the request: an event is a hint and a
 * notification a courtesy, so what goes wrong here is logged and left.
 *
 * All notifications of a request share one scope, so each replaces the one
 * before it with the same person. Therefore the general come first and the
 * personal last. They say what happened, never what was written: a notification
 * is kept and passed on beyond the portal's permissions.
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

  /** Announces a change of state, and what concerns certain people. */
  async announce(change: AppliedChange): Promise<void> {
    const { before, after, actor, notices = [] } = change;
    if (before.state !== after.state) {
      await this.#publish(after, before);
      const text = notificationText(after);
      await this.#notify(after, [after.requester], actor, text);
      if (after.state === 'in-review') {
        await this.#notify(after, after.reviewers, after.requester, text);
      }
    }
    for (const notice of notices) {
      await this.#tell(after, notice);
    }
  }

  async #tell(request: StoredRequest, notice: RequestNotice): Promise<void> {
    const { recipients, actor } = notice;
    await this.#notify(
      request,
      recipients,
      actor,
      noticeText(request, notice.kind),
    );
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
    text: NotificationText | undefined,
  ): Promise<void> {
    const entityRef = recipients.filter(recipient => recipient !== actor);
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
