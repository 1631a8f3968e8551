import type { Outline } from '../json/outline';

const TOP_LEVEL_KEY = /^([A-Za-z_][\w.-]*):(?:[ \t]+(.*))?$/gm;

/** The keys and short texts at the left edge of a YAML text. */
export function yamlOutlineOf(text: string): Outline {
  const keys: string[] = [];
  const texts = new Map<string, string>();
  for (const [, key, value] of text.matchAll(TOP_LEVEL_KEY)) {
    keys.push(key);
    const plain = value
      ?.replace(/\s+#.*$/, '')
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2');
    if (plain && plain.length < 500) {
      texts.set(key, plain);
    }
  }
  return {
    keys,
    texts,
    recordKeys: new Map(),
    root: undefined,
    after: undefined,
    problemAt: undefined,
  };
}
