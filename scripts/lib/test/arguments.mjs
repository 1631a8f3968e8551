import { Problem } from '../console/problem.mjs';

/**
 * The options of `npm test`.
 *
 * @param {string[]} args
 * @param {string[]} names of all parts
 * @returns {{ parts: string[], verbose: boolean, help: boolean }}
 */
export function parseTestArguments(args, names) {
  const options = { parts: names, verbose: false, help: false };
  const rest = [...args];
  while (rest.length > 0) {
    const argument = rest.shift();
    const [name, inline] = argument.split(/=(.*)/s);
    if (name === '--only') {
      const wanted = list(inline ?? rest.shift(), names, name);
      options.parts = options.parts.filter(part => wanted.includes(part));
    } else if (name === '--skip') {
      const unwanted = list(inline ?? rest.shift(), names, name);
      options.parts = options.parts.filter(part => !unwanted.includes(part));
    } else if (argument === '--verbose' || argument === '-v') {
      options.verbose = true;
    } else if (argument === '--help' || argument === '-h') {
      options.help = true;
    } else {
      throw new Problem(`Unknown argument: ${argument}`, {
        cure: 'npm test -- --help lists the options.',
      });
    }
  }
  return options;
}

function list(value = '', names, option) {
  const wanted = value.split(',').filter(Boolean);
  const unknown = wanted.filter(name => !names.includes(name));
  if (wanted.length === 0 || unknown.length > 0) {
    throw new Problem(
      `${option} does not know "${unknown.join(',') || value}".`,
      {
        cure: `Parts: ${names.join(', ')}`,
      },
    );
  }
  return wanted;
}
