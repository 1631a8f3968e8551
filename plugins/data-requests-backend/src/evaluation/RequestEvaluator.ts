import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  InputDataset,
  MartUnitTest,
  Preview,
  RequestSpec,
  Target,
} from '@suido/backstage-plugin-data-requests-common';
import type { DatasetId, LocalizedText, Tier } from '@suido/vocabulary';
import type { MartDescription } from './describeMarts';

/** What stands on the pull request beside its files. */
export interface PullRequestText {
  readonly title: string;
  /** Markdown; whatever a person wrote is escaped in it. */
  readonly body: string;
  readonly commitMessage: string;
}

/** Example rows for the author to confirm, or in words why there are none. */
export type UnitTestProposal =
  | { readonly status: 'available'; readonly unitTest: MartUnitTest }
  | { readonly status: 'unavailable'; readonly reason: LocalizedText };

/**
 * From a spec to all that is known of it: the one door between the pure
 * generators and the services that store and send requests.
 *
 * @remarks
 * `evaluate` is what the preview shows, what `submit` checks and what the
 * worker proposes, so the pull request is byte-identical to the preview.
 */
export interface RequestEvaluator {
  listTargets(): Promise<Target[]>;
  /** @throws `NotFoundError` for an unknown target */
  listDatasets(targetId: string): Promise<InputDataset[]>;
  /**
   * Marts that exist, by name; the same list until the repository moves.
   * @throws `NotFoundError` for an unknown target
   */
  listMarts(targetId: string): Promise<readonly MartDescription[]>;
  /**
   * @param options - `withSample: false` skips sample rows and the checks that
   *   need them (they say `not-run`); `signal` ends a preview that nobody waits
   *   for any more
   * @throws `NotFoundError` for an unknown target; the reason of the signal
   */
  evaluate(
    spec: RequestSpec,
    options: {
      credentials: BackstageCredentials;
      withSample: boolean;
      signal?: AbortSignal;
    },
  ): Promise<Preview>;
  /**
   * A few sample rows and what the mart makes of them.
   *
   * @returns beside the proposal the lowest tier that the inputs allow
   * @throws `NotFoundError` for an unknown target; the reason of the signal
   */
  proposeUnitTest(
    spec: RequestSpec,
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
  ): Promise<{ proposal: UnitTestProposal; lowestTier: Tier }>;
  /** The dataset that the request makes. */
  datasetId(spec: RequestSpec): Promise<DatasetId>;
  pullRequestText(
    spec: RequestSpec,
    request: {
      id: string;
      number: number;
      requester: string;
      url: string;
      preview: Preview;
    },
  ): PullRequestText;
}
