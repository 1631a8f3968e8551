import { parseArgs } from 'node:util';
import { text } from '../console/messages.mjs';
import { Problem } from '../console/problem.mjs';

const BYTES_PER_MEGABYTE = 1_000_000;

/**
 * @param {string[]} args of `npm run inspect`
 * @returns {{ path: string, json: boolean, limitBytes?: number } | 'help'}
 */
export function parseInspectArguments(args) {
  const { values, positionals } = parse(args);
  if (values.help) {
    return 'help';
  }
  if (positionals.length !== 1) {
    throw problem(
      text(positionals.length > 1 ? 'inspect.path.many' : 'inspect.path'),
    );
  }
  return {
    path: positionals[0],
    json: values.json,
    limitBytes: values.limit === undefined ? undefined : bytesOf(values.limit),
  };
}

function parse(args) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        limit: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    // Node adds advice for options that begin with a dash on purpose
    throw problem(error.message.split('. ')[0]);
  }
}

function bytesOf(value) {
  const bytes = Number(value) * BYTES_PER_MEGABYTE;
  if (!(bytes > 0)) {
    throw problem(text('inspect.limit', { value }));
  }
  return bytes;
}

function problem(message) {
  return new Problem(message, { cure: text('inspect.usage') });
}
