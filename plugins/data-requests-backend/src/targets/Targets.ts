import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import type {
  Forge,
  ForgeRepository,
} from '@suido/backstage-plugin-data-requests-node';
import type { TargetConfig } from './TargetConfig';

/** A target together with the forge that serves it. */
export interface ConnectedTarget {
  readonly config: TargetConfig;
  readonly forge: Forge;
  readonly repository: ForgeRepository;
}

/** The configured targets, each with its forge. */
export class Targets {
  readonly #byId: ReadonlyMap<string, TargetConfig>;
  readonly #forges: ReadonlyMap<string, Forge>;

  private constructor(
    configs: readonly TargetConfig[],
    forges: ReadonlyMap<string, Forge>,
  ) {
    this.#byId = new Map(configs.map(config => [config.id, config]));
    this.#forges = forges;
  }

  /** @throws an error that names the key of a target whose forge no module brings */
  static create(options: {
    configs: readonly TargetConfig[];
    forges: ReadonlyMap<string, Forge>;
  }): Targets {
    const { configs, forges } = options;
    for (const [index, config] of configs.entries()) {
      if (!forges.has(config.forge)) {
        const known = [...forges.keys()].join(', ') || 'none';
        throw new ServiceUnavailableError(
          `'dataRequests.targets[${index}].forge' is '${config.forge}', but no installed module brings that forge (installed: ${known}); add its module to the backend.`,
        );
      }
    }
    return new Targets(configs, forges);
  }

  /** @throws `NotFoundError` where the target is not configured (any more) */
  get(id: string): ConnectedTarget {
    const config = this.#byId.get(id);
    const forge = config && this.#forges.get(config.forge);
    if (!forge) {
      throw new NotFoundError(
        `There is no target '${id}'; targets are configured in 'dataRequests.targets'.`,
      );
    }
    return {
      config,
      forge,
      repository: {
        target: config.id,
        repository: config.repository,
        baseBranch: config.baseBranch,
        allowedPaths: config.allowedPaths,
      },
    };
  }
}
