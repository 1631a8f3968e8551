import { Problem } from './problem.mjs';

/**
 * Writes an error the way a person reads it: what, details, cure. Anything
 * that is not a {@link Problem} is a defect and keeps its stack.
 *
 * @param {unknown} error
 * @param {{ write(text: string): unknown }} [output]
 */
export function reportError(error, output = process.stderr) {
  const lines = [''];
  if (error instanceof Problem) {
    lines.push(`  ${error.message}`);
    if (error.cure) {
      lines.push(`  ${error.cure}`);
    }
    if (error.details) {
      lines.push('', ...error.details.trimEnd().split('\n').map(indent));
    }
  } else {
    lines.push(`  ${error instanceof Error ? error.stack : String(error)}`);
  }
  lines.push('');
  output.write(`${lines.join('\n')}\n`);
}

// Bundlers quote generated code in one line of several thousand characters.
const MAX_LINE_LENGTH = 400;

function indent(line) {
  return line.length > MAX_LINE_LENGTH
    ? `    ${line.slice(0, MAX_LINE_LENGTH)}…`
    : `    ${line}`;
}
