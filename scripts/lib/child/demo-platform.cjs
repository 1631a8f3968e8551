/**
 * Runs the demo platform from its source; the launcher starts this with the
 * TypeScript loader and tells it everything else by environment variables.
 */
const {
  runDemoPlatform,
} = require('../../../packages/demo-platform/src/index.ts');

runDemoPlatform().catch(error => {
  process.stderr.write(`${error?.stack ?? error}\n`);
  process.exitCode = 1;
  process.stdin.destroy();
});
