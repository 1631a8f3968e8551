import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  InputDataset,
  Preview,
  RequestSpec,
  Target,
} from '@suido/backstage-plugin-data-requests-common';
import type {
  Forge,
  SampleSource,
} from '@suido/backstage-plugin-data-requests-node';
import type { DatasetId, LocalizedText, Tier } from '@suido/vocabulary';
import { checkSpec } from '../checks/checkSpec';
import { fileChecks } from '../checks/fileChecks';
import { lowestTier } from '../checks/ownershipRules';
import { createSpecLookup } from '../checks/SpecLookup';
import { generateMart } from '../generator/generateMart';
import { martModelSql } from '../generator/martModelSql';
import { resolveMart } from '../generator/resolveMart';
import type { PreviewRunner } from '../preview/PreviewRunner';
import { RepositoryReader } from '../repository/RepositoryReader';
import type { RepositoryView } from '../repository/RepositoryView';
import type { TargetConfig } from '../targets/TargetConfig';
import { describeMarts, type MartDescription } from './describeMarts';
import { checkUnitTest } from './checkUnitTest';
import { describeTarget, ownerCandidates } from './describeTarget';
import { ExampleComputer } from './ExampleComputer';
import { futureDatasetId } from './futureDatasetId';
import { predictReviewers } from './predictReviewers';
import { pullRequestText, type RequestReference } from './pullRequestText';
import type {
  PullRequestText,
  RequestEvaluator,
  UnitTestProposal,
} from './RequestEvaluator';
import { SampleComputer, withoutSample } from './SampleComputer';
import { SampleLoader } from './SampleLoader';
import { UnitTestProposer } from './UnitTestProposer';

const NOT_ASKED: LocalizedText = {
  en: 'No sample rows were asked for.',
  ja: 'サンプルの計算は行っていません。',
};
const UNFINISHED: LocalizedText = {
  en: 'Rows appear here as soon as datasets and columns are chosen and the marked fields are mended.',
  ja: 'データセットと列を選び、印の付いた項目を直すと、ここに行が表示されます。',
};

/** What the evaluator is made of. */
export interface DefaultRequestEvaluatorOptions {
  readonly targets: readonly TargetConfig[];
  readonly forges: ReadonlyMap<string, Forge>;
  readonly sampleSources: readonly SampleSource[];
  readonly preview: PreviewRunner;
  /**
   * Titles of those of the groups that Backstage's catalog knows. Without
   * credentials the backend asks for itself.
   */
  readonly groupTitles: (
    entityRefs: string[],
    credentials?: BackstageCredentials,
  ) => Promise<Map<string, string>>;
  readonly logger: LoggerService;
}

/**
 * Evaluates specs against the repositories of their targets, with the pure
 * functions of `generator/` and `checks/`.
 */
export class DefaultRequestEvaluator implements RequestEvaluator {
  readonly #reader: RepositoryReader;
  readonly #samples: SampleComputer;
  readonly #examples: ExampleComputer;
  readonly #proposer: UnitTestProposer;
  readonly #groupTitles: DefaultRequestEvaluatorOptions['groupTitles'];
  readonly #logger: LoggerService;
  /** Of each commit that is still known; gone together with its view. */
  readonly #marts = new WeakMap<
    RepositoryView,
    Promise<readonly MartDescription[]>
  >();

  private constructor(options: DefaultRequestEvaluatorOptions) {
    this.#reader = new RepositoryReader(options);
    const parts = {
      loader: new SampleLoader({
        sources: options.sampleSources,
        logger: options.logger,
      }),
      runner: options.preview,
      logger: options.logger,
    };
    this.#samples = new SampleComputer(parts);
    this.#examples = new ExampleComputer(parts);
    this.#proposer = new UnitTestProposer({
      loader: parts.loader,
      examples: this.#examples,
    });
    this.#groupTitles = options.groupTitles;
    this.#logger = options.logger;
  }

  static create(
    options: DefaultRequestEvaluatorOptions,
  ): DefaultRequestEvaluator {
    return new DefaultRequestEvaluator(options);
  }

  /**
   * A target that cannot be read is left out and logged.
   * @throws what the first one threw where none can be read
   */
  async listTargets(): Promise<Target[]> {
    const ids = this.#reader.targetIds;
    const results = await Promise.allSettled(ids.map(id => this.#describe(id)));
    const targets = results.flatMap((result, index) => {
      if (result.status === 'fulfilled') {
        return [result.value];
      }
      this.#logger.error(
        `Target '${ids[index]}' cannot be read: ${stringifyError(
          result.reason,
        )}`,
      );
      return [];
    });
    const [first] = results;
    if (targets.length === 0 && first?.status === 'rejected') {
      throw first.reason;
    }
    return targets;
  }

  async #describe(id: string): Promise<Target> {
    const { view } = await this.#reader.read(id);
    return describeTarget(view, await this.#groupTitles(ownerCandidates(view)));
  }

  async listDatasets(targetId: string): Promise<InputDataset[]> {
    const { view } = await this.#reader.read(targetId);
    return [...view.datasets.values()]
      .filter(({ node }) => node.access !== 'private')
      .map(({ input }) => input)
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async listMarts(targetId: string): Promise<readonly MartDescription[]> {
    const { view, snapshot } = await this.#reader.read(targetId);
    const marts = this.#marts.get(view) ?? describeMarts({ view, snapshot });
    this.#marts.set(view, marts);
    marts.catch(() => this.#marts.delete(view));
    return marts;
  }

  async evaluate(
    spec: RequestSpec,
    options: {
      credentials: BackstageCredentials;
      withSample: boolean;
      signal?: AbortSignal;
    },
  ): Promise<Preview> {
    const { view, forge } = await this.#reader.read(spec.target);
    const lookup = createSpecLookup(spec, view);
    const { checks, hasQuery, hasFiles } = checkSpec({
      spec,
      view,
      lookup,
      knownGroups: await this.#knownGroups(spec, options.credentials),
    });
    const mart = hasQuery ? resolveMart(spec, view) : undefined;
    const changeSet = hasFiles ? generateMart(spec, view) : undefined;
    const {
      sample,
      joins,
      checks: onSample,
    } = mart && options.withSample
      ? await this.#samples.compute(spec, mart, options)
      : withoutSample(spec, mart ? NOT_ASKED : UNFINISHED);
    const onExample = mart
      ? await checkUnitTest(spec.unitTest, mart, {
          ...options,
          examples: this.#examples,
        })
      : [];
    return {
      checks: [
        ...checks,
        ...(changeSet ? fileChecks(changeSet.files, view) : []),
        ...onSample,
        ...onExample,
      ],
      sample,
      joins,
      ...(changeSet ? { changeSet } : {}),
      ...(mart ? { sql: martModelSql(mart, view.target.dialect) } : {}),
      reviewers: changeSet
        ? await predictReviewers(changeSet.files, view, forge)
        : [],
      lowestTier: lowestTier({ spec, lookup }),
    };
  }

  async proposeUnitTest(
    spec: RequestSpec,
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
  ): Promise<{ proposal: UnitTestProposal; lowestTier: Tier }> {
    const { view } = await this.#reader.read(spec.target);
    const lookup = createSpecLookup(spec, view);
    const { hasQuery } = checkSpec({ spec, view, lookup });
    return {
      proposal: hasQuery
        ? await this.#proposer.propose(resolveMart(spec, view), options)
        : { status: 'unavailable', reason: UNFINISHED },
      lowestTier: lowestTier({ spec, lookup }),
    };
  }

  async #knownGroups(
    { owner }: RequestSpec,
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string> | undefined> {
    const entityRef = owner.trim().toLowerCase();
    try {
      return entityRef === ''
        ? new Set()
        : new Set((await this.#groupTitles([entityRef], credentials)).keys());
    } catch (error) {
      this.#logger.warn(
        `The catalog did not say whether it knows ${JSON.stringify(
          entityRef,
        )}: ${stringifyError(error)}`,
      );
      return undefined;
    }
  }

  async datasetId(spec: RequestSpec): Promise<DatasetId> {
    return futureDatasetId(spec, await this.#reader.read(spec.target));
  }

  pullRequestText(
    spec: RequestSpec,
    request: RequestReference,
  ): PullRequestText {
    return pullRequestText(spec, request);
  }
}
