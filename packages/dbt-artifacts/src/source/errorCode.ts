/** `code` of a Node error, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string'
    ? error.code
    : undefined;
}

/** What to tell about an error without its stack. */
export function detailOf(error: unknown): string {
  return codeOf(error) ?? String(error);
}
