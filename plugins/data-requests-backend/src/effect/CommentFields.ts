import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { TimelineEntry } from '@suido/backstage-plugin-data-requests-common';
import type { StoredRequest } from '../database/StoredRequest';
import { LruMap } from '../repository/LruMap';
import type { ConnectedTarget, Targets } from '../targets/Targets';
import { locateField, type FieldLocator } from './locateField';

/** Files kept: those that a few requests are discussed on. */
const CACHED_FILES = 100;
/** A longer file is not a mart's. */
const MOST_CHARACTERS = 500_000;

const NOWHERE: FieldLocator = () => undefined;

/**
 * Adds to comments on lines the field of the spec that the line comes from.
 *
 * @remarks
 * Worked out when they are read, not when they are written: a field is named
 * by its place in the spec, and the spec moves on. A file at a commit never
 * changes, so each is read once. Where it cannot be read, comments stay as
 * they are.
 */
export class CommentFields {
  readonly #targets: Targets;
  readonly #logger: LoggerService;
  readonly #contents = new LruMap<string, Promise<string | undefined>>(
    CACHED_FILES,
  );

  constructor(options: { targets: Targets; logger: LoggerService }) {
    this.#targets = options.targets;
    this.#logger = options.logger;
  }

  async add(
    request: StoredRequest,
    entries: readonly TimelineEntry[],
  ): Promise<TimelineEntry[]> {
    const locators = new Map<string, Promise<FieldLocator>>();
    return Promise.all(
      entries.map(async entry => {
        if (
          entry.type !== 'commented' ||
          entry.headSha === undefined ||
          entry.anchor?.line === undefined
        ) {
          return entry;
        }
        const { headSha, anchor } = entry;
        const key = `${headSha}:${anchor.path}`;
        const locator =
          locators.get(key) ?? this.#locator(request, headSha, anchor.path);
        locators.set(key, locator);
        const field = (await locator)(entry.anchor.line);
        return field === undefined ? entry : { ...entry, field };
      }),
    );
  }

  async #locator(
    request: StoredRequest,
    headSha: string,
    path: string,
  ): Promise<FieldLocator> {
    try {
      const target = this.#targets.get(request.target);
      const content = await this.#read(target, headSha, path);
      return content === undefined || content.length > MOST_CHARACTERS
        ? NOWHERE
        : locateField(request.spec, { path, content });
    } catch (error) {
      this.#logger.warn(
        `Comments on ${path} of request ${
          request.id
        } are shown without their fields: ${stringifyError(error)}`,
      );
      return NOWHERE;
    }
  }

  #read(
    { config, forge, repository }: ConnectedTarget,
    headSha: string,
    path: string,
  ): Promise<string | undefined> {
    const key = `${config.id}@${headSha}:${path}`;
    const known = this.#contents.get(key);
    if (known) {
      return known;
    }
    const reading = forge
      .snapshot(repository, headSha)
      .then(snapshot => snapshot.read(path))
      .catch(error => {
        this.#contents.delete(key);
        throw error;
      });
    this.#contents.set(key, reading);
    return reading;
  }
}
