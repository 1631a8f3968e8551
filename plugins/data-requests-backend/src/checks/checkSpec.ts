import type { Check } from '@suido/backstage-plugin-data-requests-common';
import { columnsRule } from './columnRules';
import { filtersRule } from './filterRules';
import { grainColumnsRule, grainRule } from './grainRules';
import { joinsRule } from './joinRules';
import {
  consumersRule,
  definitionRule,
  differencesRule,
  purposeRule,
  questionRule,
} from './meaningRules';
import { nameRule } from './nameRule';
import {
  domainRule,
  frequencyRule,
  ownerRule,
  tierRule,
} from './ownershipRules';
import { partitionRule } from './partitionRule';
import { applyRule, type CheckContext, type Rule } from './Rule';
import { accessRule, sourceAdviceRule, sourcesRule } from './sourceRules';
import { testsRule } from './testRules';

/** All rules, in the order of the form. */
const RULES: readonly Rule[] = [
  questionRule,
  purposeRule,
  nameRule,
  domainRule,
  sourcesRule,
  accessRule,
  joinsRule,
  sourceAdviceRule,
  filtersRule,
  columnsRule,
  grainRule,
  grainColumnsRule,
  definitionRule,
  testsRule,
  ownerRule,
  frequencyRule,
  tierRule,
  partitionRule,
  consumersRule,
  differencesRule,
];

/** What the rules say, and how much can be made of the spec. */
export interface SpecChecks {
  readonly checks: readonly Check[];
  /** Whether there is a query, and so sample rows. */
  readonly hasQuery: boolean;
  /** Whether there are files. */
  readonly hasFiles: boolean;
}

/** Checks a spec against the repository; needs no rows. */
export function checkSpec(context: CheckContext): SpecChecks {
  const results = RULES.map(rule => ({
    rule,
    ...applyRule(rule, context),
  }));
  const isBlocked = (...blocks: readonly Rule['blocks'][]) =>
    results.some(({ rule, failed }) => failed && blocks.includes(rule.blocks));
  const hasQuery = !isBlocked('query');
  return {
    checks: results.flatMap(({ checks }) => checks),
    hasQuery,
    hasFiles: hasQuery && !isBlocked('files'),
  };
}
