/** `code` of a Node error, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string'
    ? error.code
    : undefined;
}

/** What to tell about an error without its stack. */
export function detailOf(error: unknown): string {
  return (
    codeOf(error) ?? (error instanceof Error ? error.message : String(error))
  );
}
