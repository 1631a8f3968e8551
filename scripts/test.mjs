import { underSupportedNode } from './lib/node/under-supported-node.mjs';

await underSupportedNode(import.meta.url, async () => {
  const { runTests } = await import('./lib/test/run-tests.mjs');
  return runTests(process.argv.slice(2));
});
