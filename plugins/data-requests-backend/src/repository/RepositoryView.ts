import type { InputDataset } from '@suido/backstage-plugin-data-requests-common';
import type { Codeowners } from '@suido/codeowners';
import type { DbtNode, DbtProject } from '@suido/dbt-project';
import type { AuthoredText, Tier } from '@suido/vocabulary';
import type { ValueType } from '../sql/ValueType';
import type { TargetConfig } from '../targets/TargetConfig';

/** A column that a mart may read. */
export interface ViewColumn {
  readonly name: string;
  readonly definition: AuthoredText;
  readonly tier: Tier;
  readonly valueType: ValueType;
}

/** How a model refers to a dataset. */
export type DbtReference =
  | { readonly kind: 'ref'; readonly name: string }
  | {
      readonly kind: 'source';
      readonly source: string;
      readonly table: string;
    };

/** A dataset that a mart may read. */
export interface ViewDataset {
  /** As the portal shows it. */
  readonly input: InputDataset;
  readonly node: DbtNode;
  readonly reference: DbtReference;
  readonly columns: ReadonlyMap<string, ViewColumn>;
}

/**
 * All that a request needs to know of the repository of its target, at one
 * commit: plain data, so that everything made from it is a pure function.
 */
export interface RepositoryView {
  readonly target: TargetConfig;
  readonly commitSha: string;
  readonly project: DbtProject;
  /** By dataset key. */
  readonly datasets: ReadonlyMap<string, ViewDataset>;
  readonly codeowners: Codeowners;
  /** Every file of the dbt project. */
  readonly paths: ReadonlySet<string>;
  /**
   * YAML files in the folders of the marts, where one file describes several
   * models: a new mart is added to one of them.
   */
  readonly sharedProperties: ReadonlyMap<string, string>;
}
