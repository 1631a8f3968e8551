import { underSupportedNode } from './lib/node/under-supported-node.mjs';

await underSupportedNode(import.meta.url, async () => {
  const { runPortal } = await import('./lib/portal/portal.mjs');
  return runPortal('dev', process.argv.slice(2));
});
