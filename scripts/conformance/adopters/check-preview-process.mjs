import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PROGRAM = `
const { dirname, join } = require('node:path');
const installed = dirname(
  require.resolve('@suido/backstage-plugin-data-requests-backend'),
);
const { ChildProcessPreviewRunner } = require(
  join(installed, 'preview/ChildProcessPreviewRunner.cjs.js'),
);
const runner = ChildProcessPreviewRunner.create({ logger: console });
runner
  .run({ tables: [], statements: [{ id: 'sum', sql: 'select 20 + 22 as n', maxRows: 5 }] })
  .then(results => process.stdout.write(JSON.stringify(results)))
  .finally(() => runner.stop());
`;

/**
 * Computes something in the preview process of the installed package: its
 * entry is a file that no import leads to, and it loads DuckDB's binary.
 *
 * @param {import('./run-adopters.mjs').AdopterContext} context
 * @param {{ target: string }} installed
 */
export async function previewProcessComputes({ runNode }, { target }) {
  const program = join(target, 'packages/backend/preview.cjs');
  writeFileSync(program, PROGRAM);
  const [result] = JSON.parse(await runNode([program], { cwd: target }));
  if (result.status !== 'ok' || result.rows[0][0] !== 42) {
    throw new Error(
      `20 + 22 was asked for, and this came: ${JSON.stringify(result)}`,
    );
  }
  return {};
}
