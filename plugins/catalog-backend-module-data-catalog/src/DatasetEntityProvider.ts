import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import type {
  DeferredEntity,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  projectFilesOf,
  readDbtProject,
  type DbtProject,
} from '@suido/dbt-project';
import { createHash } from 'crypto';
import { datasetEntities, type DatasetEntity } from './datasetEntities';
import type { ProviderConfig } from './readProviderConfigs';

/** An entity as the catalog has it. */
interface KnownEntity extends DatasetEntity {
  readonly hash: string;
}

/**
 * Brings the datasets of one dbt repository into the catalog.
 *
 * @remarks
 * The first time after a start everything is told (full mutation), later only
 * what differs from that (delta). After a mutation that failed it is not known
 * what the catalog has, so everything is told again.
 *
 * What cannot be read stays as it was: all entities where the project itself is
 * broken, those that a properties file describes where that file is broken.
 */
export class DatasetEntityProvider implements EntityProvider {
  private connection: EntityProviderConnection | undefined;
  private known: ReadonlyMap<string, KnownEntity> | undefined;
  private etag: string | undefined;
  private lastFailure: string | undefined;
  private lastProblems: string | undefined;
  private running: Promise<void> | undefined;
  private waiting: Promise<void> | undefined;

  constructor(
    private readonly config: ProviderConfig,
    private readonly reader: UrlReaderService,
    private readonly logger: LoggerService,
    /** Begins to call `refresh`; there is somebody to tell from then on. */
    private readonly schedule: (refresh: () => Promise<void>) => Promise<void>,
  ) {}

  getProviderName(): string {
    return `data-catalog:${this.config.id}`;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.connection = connection;
    await this.schedule(() => this.refresh());
  }

  /**
   * Reads the repository and tells the catalog what changed.
   *
   * @remarks
   * Never two at once. A call during another one starts after it, because what
   * it was called for may have come too late for that one; further calls share
   * the one that waits.
   */
  refresh(): Promise<void> {
    if (!this.running) {
      this.running = this.refreshOnce().finally(() => {
        this.running = undefined;
      });
      return this.running;
    }
    this.waiting ??= this.running.then(() => {
      this.waiting = undefined;
      return this.refresh();
    });
    return this.waiting;
  }

  private async refreshOnce(): Promise<void> {
    const { connection } = this;
    if (!connection) {
      // An event came before the catalog was ready; the schedule looks then
      return;
    }
    try {
      const tree = await this.readTree();
      if (tree) {
        await this.apply(tree.project, connection);
        this.etag = tree.etag;
      }
      this.lastFailure = undefined;
    } catch (error) {
      // Whatever the next look finds is then told in full
      this.etag = undefined;
      const failure = stringifyError(error);
      if (failure !== this.lastFailure) {
        this.lastFailure = failure;
        this.logger.warn(
          `${this.config.url} could not be brought into the catalog: ${failure}`,
        );
      }
    }
  }

  /** `undefined` where nothing changed. */
  private async readTree() {
    const { url, project } = this.config;
    const folder = project.projectPath;
    try {
      const tree = await this.reader.readTree(url, {
        etag: this.etag,
        filter: path => folder === '' || path.startsWith(`${folder}/`),
      });
      return {
        etag: tree.etag,
        project: await readDbtProject(
          projectFilesOf(await tree.files()),
          project,
        ),
      };
    } catch (error) {
      if (isError(error) && error.name === 'NotModifiedError') {
        return undefined;
      }
      throw error;
    }
  }

  private async apply(
    project: DbtProject,
    connection: EntityProviderConnection,
  ): Promise<void> {
    const { known } = this;
    this.tellProblems(project);
    if (project.nodes.length === 0 && project.problems.length > 0) {
      return;
    }
    const next = this.nextEntities(project);
    this.known = undefined;
    if (known) {
      const added = [...next].flatMap(([name, entity]) =>
        known.get(name)?.hash === entity.hash ? [] : [this.deferred(entity)],
      );
      const removed = [...known].flatMap(([name, entity]) =>
        next.has(name) ? [] : [this.deferred(entity)],
      );
      if (added.length + removed.length > 0) {
        await connection.applyMutation({ type: 'delta', added, removed });
        this.logger.info(
          `${this.config.url}: ${added.length} datasets added or changed, ${removed.length} removed`,
        );
      }
    } else {
      const entities = [...next.values()].map(entity => this.deferred(entity));
      await connection.applyMutation({ type: 'full', entities });
      this.logger.info(`${this.config.url}: ${entities.length} datasets`);
    }
    this.known = next;
  }

  private nextEntities(project: DbtProject): ReadonlyMap<string, KnownEntity> {
    const skipped = new Set(
      project.problems.flatMap(({ path, skippedFile }) =>
        skippedFile ? [path] : [],
      ),
    );
    const kept = [...(this.known ?? [])].filter(([, { propertiesPaths }]) =>
      propertiesPaths.some(path => skipped.has(path)),
    );
    const read = datasetEntities(project.nodes, this.config.url).map(
      (found): [string, KnownEntity] => [
        found.entity.metadata.name,
        { ...found, hash: hashOf(found.entity) },
      ],
    );
    return new Map([...read, ...kept]);
  }

  private deferred({ entity }: DatasetEntity): DeferredEntity {
    return { entity, locationKey: this.getProviderName() };
  }

  /** Says the same problems once, not at every commit. */
  private tellProblems({ problems }: DbtProject): void {
    const text = problems
      .map(({ path, message }) => `${path}: ${message}`)
      .join('; ');
    if (text !== '' && text !== this.lastProblems) {
      this.logger.warn(
        `${this.config.url} has parts that cannot be understood: ${text}`,
      );
    }
    this.lastProblems = text;
  }
}

function hashOf(entity: DatasetEntity['entity']): string {
  return createHash('sha256').update(JSON.stringify(entity)).digest('hex');
}
