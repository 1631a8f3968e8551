import { languageOf } from './language.mjs';
import { en } from './messages.en.mjs';
import { ja } from './messages.ja.mjs';

export const catalogues = { en, ja };

const current = catalogues[languageOf(process.env)];

/**
 * The text of `key` in the language of the terminal, with `{name}` replaced
 * by the values.
 *
 * @param {keyof typeof en} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function text(key, values = {}) {
  return current[key].replace(/\{(\w+)\}/g, (whole, name) =>
    name in values ? String(values[name]) : whole,
  );
}
