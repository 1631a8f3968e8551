/** Attribute that marks the heading of a file. */
export const FILE_HEADING = { 'data-file-heading': '' } as const;

/**
 * Moves the focus to the heading of the next (1) or previous (-1) file; from
 * inside a file to its neighbours, from anywhere else to the first.
 */
export function stepFile(container: HTMLElement, step: 1 | -1): void {
  const headings = [
    ...container.querySelectorAll<HTMLElement>('[data-file-heading]'),
  ];
  const current = headings.findIndex(heading =>
    heading.closest('section')?.contains(document.activeElement),
  );
  const next = current < 0 ? 0 : current + step;
  const target = headings[Math.min(Math.max(next, 0), headings.length - 1)];
  target?.focus();
}
