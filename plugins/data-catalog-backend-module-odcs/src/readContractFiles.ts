import { isError } from '@backstage/errors';
import {
  datasetRecordSchema,
  type DatasetRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import {
  fitDatasetRecord,
  type ReadingTally,
} from '@suido/backstage-plugin-data-catalog-node';
import {
  contractDatasets,
  readContract,
  type ContractDatasetsOptions,
  type ContractProblem,
} from '@suido/odcs';
import { canonicalDatasetId } from '@suido/vocabulary';
import {
  INVALID_RECORD,
  NOT_A_CONTRACT,
  PROBLEM_CAUSES,
  TOLD_TWICE,
} from './causes';
import type { ContractFile } from './ContractFiles';

/**
 * The datasets of all contracts, and whether something that a contract
 * described was lost.
 */
export async function readContractFiles(
  files: readonly ContractFile[],
  options: {
    reading: ContractDatasetsOptions;
    tally: ReadingTally;
    signal: AbortSignal;
  },
): Promise<{ records: DatasetRecord[]; isComplete: boolean }> {
  const { reading, tally, signal } = options;
  const records = new Map<string, DatasetRecord>();
  let isComplete = true;
  const count = (path: string, problems: readonly ContractProblem[]) => {
    for (const { code, at, message } of problems) {
      const cause = PROBLEM_CAUSES[code];
      const where = [path, at, message].filter(Boolean).join(': ');
      if (cause.outcome === 'refused') {
        tally.refuse(where, cause);
        isComplete = false;
      } else {
        tally.note(where, cause);
      }
    }
  };
  for (const { path, text } of files) {
    signal.throwIfAborted();
    const read = await text().then(readContract, unreadable);
    if (read.kind === 'other') {
      tally.note(path, NOT_A_CONTRACT);
    } else {
      count(path, read.problems);
    }
    if (read.kind === 'contract') {
      const { datasets, problems } = contractDatasets(read.contract, reading);
      count(path, problems);
      for (const dataset of datasets) {
        const { record, causes } = fitDatasetRecord({
          kind: 'dataset',
          ...dataset,
          path,
        });
        const key = JSON.stringify(
          Object.values(canonicalDatasetId(record.id)),
        );
        const checked = datasetRecordSchema.safeParse(record);
        if (!checked.success) {
          const [issue] = checked.error.issues;
          tally.refuse(
            `${path}: ${issue.path.join('.')}: ${issue.message}`,
            INVALID_RECORD,
          );
          isComplete = false;
        } else if (records.has(key)) {
          tally.note(`${path}: ${record.id.name}`, TOLD_TWICE);
        } else {
          tally.keep(path, causes);
          records.set(key, record);
        }
      }
    }
  }
  return { records: [...records.values()], isComplete };
}

/** A file that is there and cannot be read. */
function unreadable(error: unknown) {
  const problem: ContractProblem = {
    code: 'broken',
    at: '',
    message: isError(error) ? error.message : 'unknown',
  };
  return { kind: 'broken', problems: [problem] } as const;
}
