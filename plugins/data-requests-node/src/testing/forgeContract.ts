import { commentingCases } from './commentingCases';
import { committingCases } from './committingCases';
import type { ForgeContractCase } from './ForgeHarness';
import { keepingCases } from './keepingCases';
import { mergingCases } from './mergingCases';
import { ownCases } from './ownCases';
import { proposingCases } from './proposingCases';
import { reviewingCases } from './reviewingCases';

/**
 * What every driver of `Forge` must keep, each case with a fresh harness. Uses
 * no test runner, so any can run it:
 *
 * ```ts
 * it.each(FORGE_CONTRACT.map(c => [c.name, c] as const))('%s', async (_, c) => {
 *   const harness = await createHarness();
 *   await c.run(harness);
 *   await harness.check();
 * });
 * ```
 *
 * @public
 */
export const FORGE_CONTRACT: readonly ForgeContractCase[] = [
  ...proposingCases,
  ...mergingCases,
  ...keepingCases,
  ...commentingCases,
  ...committingCases,
  ...reviewingCases,
  ...ownCases,
];
