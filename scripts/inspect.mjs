import { underSupportedNode } from './lib/node/under-supported-node.mjs';

await underSupportedNode(import.meta.url, async () => {
  const { runInspect } = await import('./lib/inspect/run-inspect.mjs');
  return runInspect(process.argv.slice(2));
});
