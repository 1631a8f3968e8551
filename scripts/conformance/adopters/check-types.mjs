import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeJson } from '../../lib/state/json-file.mjs';

/**
 * Compiles the backend with its new line, and a file that imports every
 * package, against the declarations that were packed.
 *
 * @param {import('./run-adopters.mjs').AdopterContext} context
 * @param {{ target: string, packages: string[] }} installed
 */
export async function typesAreAccepted({ runNode }, { target, packages }) {
  const everything = packages.map(
    (name, index) => `export * as package${index} from '${name}';\n`,
  );
  writeFileSync(join(target, 'every-package.ts'), everything.join(''));
  const config = join(target, 'tsconfig.json');
  writeJson(config, {
    extends: '@backstage/cli/config/tsconfig.json',
    include: ['packages/backend/src', 'every-package.ts'],
    compilerOptions: { noEmit: true, incremental: false, types: ['node'] },
  });
  await runNode(
    [join(target, 'node_modules/typescript/bin/tsc'), '-p', config],
    { cwd: target },
  );
  return {};
}
