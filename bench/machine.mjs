import {
  arch,
  availableParallelism,
  cpus,
  release,
  totalmem,
  type,
} from 'node:os';

/** The machine in one line, for the head of a table. */
export function machine() {
  const memoryGb = Math.round(totalmem() / 2 ** 30);
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `${availableParallelism()} cores, ${model}, ${memoryGb} GB, ${type()} ${release()} ${arch()}, Node ${
    process.versions.node
  }`;
}
