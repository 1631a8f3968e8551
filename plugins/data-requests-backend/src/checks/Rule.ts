import type {
  Check,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import type { LocalizedText } from '@suido/vocabulary';
import type { RepositoryView } from '../repository/RepositoryView';
import type { SpecLookup } from './SpecLookup';

/** What rules know. */
export interface CheckContext {
  readonly spec: MartSpec;
  readonly view: RepositoryView;
  readonly lookup: SpecLookup;
  /** Groups that the portal knows; `undefined` where nobody could tell. */
  readonly knownGroups?: ReadonlySet<string>;
}

/** What is wrong, where, and how to mend it. */
export interface Finding {
  /** Stable name, such as `name-taken`. */
  readonly rule: string;
  /** Path of the spec's field that mends it. */
  readonly field: string;
  readonly message: LocalizedText;
  /** `error` unless said otherwise. */
  readonly severity?: 'error' | 'warning';
}

/**
 * A rule of the house.
 *
 * @remarks
 * `blocks` says what cannot be made while it fails: the query (and with it the
 * sample rows), or only the files. Rules that block nothing still stop the
 * request from being sent if their findings are errors.
 */
export interface Rule {
  readonly name: string;
  readonly blocks: 'query' | 'files' | 'nothing';
  find(context: CheckContext): readonly Finding[];
  /** What people read where it holds; `undefined` where it does not apply. */
  passed(context: CheckContext): LocalizedText | undefined;
  /** Field shown with the passed check. */
  readonly field?: string;
}

/** The checks that a rule comes to. */
export function applyRule(
  rule: Rule,
  context: CheckContext,
): { readonly checks: readonly Check[]; readonly failed: boolean } {
  const findings = rule.find(context);
  if (findings.length > 0) {
    return {
      checks: findings.map(finding => ({
        rule: finding.rule,
        severity: finding.severity ?? 'error',
        status: 'failed',
        field: finding.field,
        message: finding.message,
      })),
      failed: findings.some(({ severity }) => severity !== 'warning'),
    };
  }
  const message = rule.passed(context);
  return {
    failed: false,
    checks: message
      ? [
          {
            rule: rule.name,
            severity: 'error',
            status: 'passed',
            ...(rule.field === undefined ? {} : { field: rule.field }),
            message,
          },
        ]
      : [],
  };
}
