import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { languageOf } from '../console/language.mjs';

/**
 * Who can sign in to the demo: lines "name, role" from the demo's config, in
 * the language of the terminal.
 *
 * @param {string} root
 * @returns {string[]}
 */
export function peopleOfTheDemo(root) {
  const { parse } = createRequire(join(root, 'package.json'))('yaml');
  const config = parse(
    readFileSync(join(root, 'app-config.demo.yaml'), 'utf8'),
  );
  const personas = config.suido?.signIn?.demoPersonas ?? [];
  const isJapanese = languageOf(process.env) === 'ja';
  return personas.map(persona =>
    isJapanese
      ? `${persona.titleJa ?? persona.title}  ${persona.roleJa ?? persona.role}`
      : `${persona.title}  ${persona.role}`,
  );
}
