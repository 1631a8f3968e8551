/**
 * Loaded before a program of the portal: when the launcher is gone (even
 * killed, so that it could not say so), its end of this pipe closes, and the
 * program stops the same way as after SIGTERM.
 */
const { isMainThread } = require('node:worker_threads');

// Node preloads this in worker threads too (the TypeScript loader has one),
// where the standard input is an empty stand-in that ends at once.
if (isMainThread) {
  process.stdin.once('end', stop);
  process.stdin.once('error', stop);
  process.stdin.resume();
  // The pipe must not keep a program alive that has nothing more to do.
  process.stdin.unref?.();
}

function stop() {
  process.kill(process.pid, 'SIGTERM');
  // A shutdown that hangs must not keep the ports of the next start.
  setTimeout(() => process.exit(1), 8000).unref();
}
