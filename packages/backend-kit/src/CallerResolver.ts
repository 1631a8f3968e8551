import type {
  AuthService,
  BackstageCredentials,
  LoggerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { isUserEntity, parseEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Caller } from './Caller';

/** From credentials to the person behind them, with groups and name. @public */
export class CallerResolver {
  readonly #auth: AuthService;
  readonly #userInfo: UserInfoService;
  readonly #catalog: CatalogService;
  readonly #logger: LoggerService;

  private constructor(options: CallerResolverOptions) {
    this.#auth = options.auth;
    this.#userInfo = options.userInfo;
    this.#catalog = options.catalog;
    this.#logger = options.logger;
  }

  static create(options: CallerResolverOptions): CallerResolver {
    return new CallerResolver(options);
  }

  async resolve(credentials: BackstageCredentials): Promise<Caller> {
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      return { credentials };
    }
    const { userEntityRef, ownershipEntityRefs } =
      await this.#userInfo.getUserInfo(credentials);
    return {
      credentials,
      user: {
        userEntityRef,
        ownershipEntityRefs,
        displayName: await this.#displayName(userEntityRef),
      },
    };
  }

  /** A missing entity or an unreachable catalog costs the name, not the act. */
  async #displayName(userEntityRef: string): Promise<string> {
    try {
      const entity = await this.#catalog.getEntityByRef(userEntityRef, {
        credentials: await this.#auth.getOwnServiceCredentials(),
      });
      const profile = entity && isUserEntity(entity) && entity.spec.profile;
      const name =
        (profile && profile.displayName) || entity?.metadata.title?.trim();
      if (name) {
        return name;
      }
    } catch (error) {
      this.#logger.warn(
        `No display name for ${userEntityRef}, its ref is used: ${stringifyError(
          error,
        )}`,
      );
    }
    return parseEntityRef(userEntityRef).name;
  }
}

/** What {@link CallerResolver} reads from. @public */
export interface CallerResolverOptions {
  readonly auth: AuthService;
  readonly userInfo: UserInfoService;
  readonly catalog: CatalogService;
  readonly logger: LoggerService;
}
