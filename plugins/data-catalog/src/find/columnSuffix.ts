/** What follows a dataset's address to show one of its columns. */
export function columnSuffix(column: string): string {
  return `/columns?${new URLSearchParams({ q: column })}`;
}
