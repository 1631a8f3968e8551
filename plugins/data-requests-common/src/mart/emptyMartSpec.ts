import { DEFAULT_TIER } from '@suido/vocabulary';
import { MART_SPEC_VERSION, type MartSpec } from './MartSpec';

/**
 * The spec that an empty form stands for.
 * @param target - id of the target that the form starts with
 * @public
 */
export function emptyMartSpec(target: string): MartSpec {
  return {
    kind: 'data-mart',
    version: MART_SPEC_VERSION,
    target,
    name: '',
    question: '',
    purpose: '',
    definition: {},
    sources: [],
    joins: [],
    filters: [],
    columns: [],
    grain: [],
    tests: [],
    updateFrequency: 'daily',
    owner: '',
    domain: '',
    tier: DEFAULT_TIER,
    consumers: [],
    differences: [],
  };
}
