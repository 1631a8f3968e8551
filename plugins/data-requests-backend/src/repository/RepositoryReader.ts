import type {
  Forge,
  ForgeRepository,
  ForgeSnapshot,
} from '@suido/backstage-plugin-data-requests-node';
import { NotFoundError } from '@backstage/errors';
import type { TargetConfig } from '../targets/TargetConfig';
import { buildRepositoryView } from './buildRepositoryView';
import { LruMap } from './LruMap';
import type { RepositoryView } from './RepositoryView';

/** Views kept: those of a few targets, and of the commit before a merge. */
const CACHED_VIEWS = 8;

/** A target with its forge and its repository as it stands now. */
export interface TargetState {
  readonly target: TargetConfig;
  readonly forge: Forge;
  readonly snapshot: ForgeSnapshot;
  readonly view: RepositoryView;
}

/**
 * Reads the repositories of the targets, each commit once.
 *
 * @remarks
 * The forge is asked for the commit every time, so nothing is ever stale. Two
 * callers of one commit share the reading; one that fails is forgotten.
 */
export class RepositoryReader {
  readonly #targets: ReadonlyMap<string, TargetConfig>;
  readonly #forges: ReadonlyMap<string, Forge>;
  readonly #views = new LruMap<string, Promise<RepositoryView>>(CACHED_VIEWS);

  constructor(options: {
    targets: readonly TargetConfig[];
    forges: ReadonlyMap<string, Forge>;
  }) {
    this.#targets = new Map(options.targets.map(target => [target.id, target]));
    this.#forges = options.forges;
  }

  get targetIds(): readonly string[] {
    return [...this.#targets.keys()];
  }

  has(targetId: string): boolean {
    return this.#targets.has(targetId);
  }

  /** @throws `NotFoundError` for an unknown target or a forge that is not installed */
  async read(targetId: string): Promise<TargetState> {
    const target = this.#targets.get(targetId);
    if (!target) {
      throw new NotFoundError(
        `There is no target '${targetId}'; configured in 'dataRequests.targets': ${
          this.targetIds.join(', ') || 'none'
        }`,
      );
    }
    const forge = this.#forges.get(target.forge);
    if (!forge) {
      throw new NotFoundError(
        `Target '${targetId}' wants the forge '${
          target.forge
        }', which no module brings; installed: ${
          [...this.#forges.keys()].join(', ') || 'none'
        }`,
      );
    }
    const snapshot = await forge.snapshot(repositoryOf(target));
    const view = await this.#view(target, snapshot);
    return { target, forge, snapshot, view };
  }

  #view(
    target: TargetConfig,
    snapshot: ForgeSnapshot,
  ): Promise<RepositoryView> {
    const key = `${target.id}@${snapshot.commitSha}`;
    const known = this.#views.get(key);
    if (known) {
      return known;
    }
    const reading = buildRepositoryView(target, snapshot).catch(error => {
      this.#views.delete(key);
      throw error;
    });
    this.#views.set(key, reading);
    return reading;
  }
}

function repositoryOf(target: TargetConfig): ForgeRepository {
  const { id, repository, baseBranch, allowedPaths } = target;
  return { target: id, repository, baseBranch, allowedPaths };
}
