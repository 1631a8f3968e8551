import { text } from '../console/messages.mjs';
import { Problem } from '../console/problem.mjs';

/**
 * @param {import('../process/child.mjs').Child} child one that ended although
 *   nobody asked it to
 */
export function childEnded(child) {
  const { code, signal, error } = child.ended;
  let how = text('child.exitCode', { code: code ?? '?' });
  if (error) {
    how = error.message;
  } else if (signal) {
    how = text('child.signal', { signal });
  }
  return withLog(child, text('child.ended', { name: child.name, how }));
}

/**
 * @param {import('../process/child.mjs').Child} child
 * @param {number} timeoutMs how long it was waited for
 */
export function childNotReady(child, timeoutMs) {
  const seconds = timeoutMs / 1000;
  return withLog(child, text('child.notReady', { name: child.name, seconds }));
}

/** @param {import('../process/child.mjs').Child} child one that said so itself */
export function childFailed(child) {
  return withLog(
    child,
    text('child.failed', { name: child.name }),
    child.log.lastErrors(),
  );
}

function withLog(child, message, details = child.log.lastLines()) {
  return new Problem(message, {
    cure: text('child.cure', { log: child.log.path }),
    details,
  });
}
