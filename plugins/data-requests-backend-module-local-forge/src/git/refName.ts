/**
 * Whether a text is the name of a branch or tag, or a commit id, that is safe
 * as a path below `refs/`. Stricter than `git check-ref-format`: plain ASCII.
 */
export function isRefName(name: string): boolean {
  return (
    name.length <= 200 &&
    name
      .split('/')
      .every(
        part =>
          /^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(part) &&
          !part.includes('..') &&
          !part.endsWith('.') &&
          !part.toLowerCase().endsWith('.lock'),
      )
  );
}

/** Whether a text is a branch that a request may have: `suido/<type>/<id>`. */
export function isRequestBranch(name: string): boolean {
  return isRefName(name) && /^suido\/[^/]+\/[^/]+$/.test(name);
}
