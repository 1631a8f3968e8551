import { underSupportedNode } from './lib/node/under-supported-node.mjs';

await underSupportedNode(import.meta.url, async () => {
  const { runBench } = await import('../bench/run.mjs');
  return runBench(process.argv.slice(2));
});
