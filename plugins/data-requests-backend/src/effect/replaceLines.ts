import type { CommentAnchor } from '@suido/backstage-plugin-data-requests-common';

/** Lines of a file, from 1, both ends included. */
export interface LineSpan {
  readonly line: number;
  readonly endLine: number;
}

/** The lines that a comment stands on; `undefined` where it stands on none. */
export function spanOf(
  anchor: CommentAnchor | undefined,
): LineSpan | undefined {
  return anchor?.line === undefined
    ? undefined
    : { line: anchor.line, endLine: anchor.endLine ?? anchor.line };
}

/** How many lines a text has; a break at its end begins no further one. */
export function lineCount(text: string): number {
  return linesOf(text).length;
}

/** The text of some lines; `undefined` where the file is too short. */
export function textAt(
  content: string,
  { line, endLine }: LineSpan,
): string | undefined {
  const lines = linesOf(content);
  return endLine > lines.length
    ? undefined
    : lines.slice(line - 1, endLine).join('\n');
}

/**
 * Puts a suggestion in place of the lines that it was made for.
 *
 * @remarks
 * The lines must still say what they said. They are looked for where they
 * stood; where lines before them came or went, at the one place that says the
 * same, provided that there was only one before, too. An empty suggestion takes
 * the lines away. Line breaks are those of the file.
 *
 * @param seen - the file as it was when the suggestion was made
 * @param present - the file as it is
 * @returns `undefined` where the lines are not what they were
 */
export function replaceLines(
  seen: string,
  present: string,
  span: LineSpan,
  suggestion: string,
): string | undefined {
  const wanted = textAt(seen, span);
  const line =
    wanted === undefined ? undefined : placeOf(wanted, seen, present, span);
  if (line === undefined) {
    return undefined;
  }
  const lineBreak = present.includes('\r\n') ? '\r\n' : '\n';
  const lines = linesOf(present);
  const inserted =
    suggestion === '' ? [] : suggestion.replace(/\r\n?/g, '\n').split('\n');
  const result = [
    ...lines.slice(0, line - 1),
    ...inserted,
    ...lines.slice(line + span.endLine - span.line),
  ].join(lineBreak);
  return endsWithBreak(present) && result !== '' ? result + lineBreak : result;
}

function placeOf(
  wanted: string,
  seen: string,
  present: string,
  span: LineSpan,
): number | undefined {
  if (textAt(present, span) === wanted) {
    return span.line;
  }
  const before = placesOf(wanted, seen, span);
  const now = placesOf(wanted, present, span);
  return before.length === 1 && now.length === 1 ? now[0] : undefined;
}

/** Lines at which the same text begins. */
function placesOf(
  wanted: string,
  content: string,
  { line, endLine }: LineSpan,
): number[] {
  const lines = linesOf(content);
  const height = endLine - line + 1;
  return lines.flatMap((_, index) =>
    lines.slice(index, index + height).join('\n') === wanted &&
    index + height <= lines.length
      ? [index + 1]
      : [],
  );
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  return endsWithBreak(text) || text === '' ? lines.slice(0, -1) : lines;
}

function endsWithBreak(text: string): boolean {
  return text.endsWith('\n');
}
