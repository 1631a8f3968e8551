import { text } from '../console/messages.mjs';
import { Problem } from '../console/problem.mjs';

export const DEFAULT_PORT = 7007;

/**
 * @typedef {object} PortalOptions
 * @property {number} port
 * @property {boolean} reset
 * @property {boolean} yes
 * @property {boolean} verbose
 * @property {boolean} help
 */

/**
 * The options of `npm start` and `yarn dev`.
 *
 * @param {string[]} args
 * @returns {PortalOptions}
 */
export function parseArguments(args) {
  const options = {
    port: DEFAULT_PORT,
    reset: false,
    yes: false,
    verbose: false,
    help: false,
  };
  const rest = [...args];
  while (rest.length > 0) {
    const argument = rest.shift();
    const [name, inline] = argument.split(/=(.*)/s);
    if (name === '--port' || name === '-p') {
      options.port = parsePort(inline ?? rest.shift() ?? '');
    } else if (argument === '--reset') {
      options.reset = true;
    } else if (argument === '--yes' || argument === '-y') {
      options.yes = true;
    } else if (argument === '--verbose' || argument === '-v') {
      options.verbose = true;
    } else if (argument === '--help' || argument === '-h') {
      options.help = true;
    } else {
      throw new Problem(text('arguments.unknown', { argument }), {
        cure: text('arguments.cure'),
      });
    }
  }
  return options;
}

function parsePort(value) {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65535) {
    throw new Problem(text('arguments.port', { value }), {
      cure: text('arguments.cure'),
    });
  }
  return port;
}
