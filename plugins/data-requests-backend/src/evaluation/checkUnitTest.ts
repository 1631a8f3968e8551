import type {
  Check,
  MartUnitTest,
} from '@suido/backstage-plugin-data-requests-common';
import type { LocalizedText } from '@suido/vocabulary';
import {
  unitTestCheck,
  unitTestNotRun,
  unitTestProblemChecks,
} from '../checks/unitTestChecks';
import type { ResolvedMart } from '../generator/ResolvedMart';
import { readUnitTest } from '../generator/unitTest/readUnitTest';
import type { ExampleComputer } from './ExampleComputer';

const NOT_ASKED: LocalizedText = {
  en: 'No rows were to be computed.',
  ja: '計算は行っていません。',
};

/**
 * Whether confirmed rows fit the mart and still give what was confirmed.
 * @throws the reason of the signal once that is aborted; nothing else
 */
export async function checkUnitTest(
  unitTest: MartUnitTest | undefined,
  mart: ResolvedMart,
  options: {
    examples: ExampleComputer;
    withSample: boolean;
    signal?: AbortSignal;
  },
): Promise<readonly Check[]> {
  if (!unitTest) {
    return [];
  }
  const { test, problems } = readUnitTest(unitTest, mart);
  if (!test) {
    return unitTestProblemChecks(problems);
  }
  if (!options.withSample) {
    return [unitTestNotRun(NOT_ASKED)];
  }
  const made = await options.examples.compute(mart, test.given, options.signal);
  return [
    'reason' in made
      ? unitTestNotRun(made.reason)
      : unitTestCheck(test.expected, made.rows),
  ];
}
