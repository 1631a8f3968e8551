/** A rule by which something in a text is masked. */
export interface MaskingRule {
  readonly name: string;
  /** With the flag `g`. */
  readonly pattern: RegExp;
  readonly replacement: string;
}

/** Source: HTML standard's valid e-mail address, without quoted locals. */
const EMAIL: MaskingRule = {
  name: 'email',
  pattern:
    /(?<![\w.+%-])[\w.+%-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+/gi,
  replacement: '[e-mail]',
};

/** Forms that their issuers document, and words that announce a secret. */
const SECRETS: readonly MaskingRule[] = [
  {
    name: 'token',
    pattern:
      /\b(?:(?:AKIA|ASIA)[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_\w{20,255}|glpat-[\w-]{20,}|xox[abeprs]-[\w-]{10,}|sk-[\w-]{20,}|AIza[\w-]{35}|dapi[0-9a-f]{32}|eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,})/g,
    replacement: '[secret]',
  },
  {
    name: 'private-key',
    pattern:
      /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]{0,20000}?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g,
    replacement: '[secret]',
  },
  {
    name: 'url-password',
    pattern: /(:\/\/[^\s:/@]{0,128}:)[^\s/@]{1,256}(?=@)/g,
    replacement: '$1[secret]',
  },
  {
    name: 'named-secret',
    pattern:
      /\b((?:api[_-]?key|access[_-]?token|auth[_-]?token|client[_-]?secret|secret[_-]?key|password|passwd|pwd)["']?\s{0,3}[=:]\s{0,3}["']?)(?!\[secret\])[^\s"'&,;]{6,512}/gi,
    replacement: '$1[secret]',
  },
];

/** What is masked. */
export interface MaskingOptions {
  readonly emails: boolean;
  readonly secrets: boolean;
  readonly rules: readonly MaskingRule[];
}

/**
 * Masks what must not be stored in texts that people and tools wrote.
 *
 * @remarks
 * Heuristics: they keep a careless token off every page, they are no licence to
 * keep secrets in descriptions. Every pattern has bounded repetition, so no
 * text makes them slow.
 */
export class TextMask {
  readonly #prose: readonly MaskingRule[];
  readonly #code: readonly MaskingRule[];
  /** Says the configuration, so that texts are masked anew when it changes. */
  readonly fingerprint: string;

  constructor({ emails, secrets, rules }: MaskingOptions) {
    this.#code = [...(secrets ? SECRETS : []), ...rules];
    this.#prose = [...this.#code, ...(emails ? [EMAIL] : [])];
    this.fingerprint = JSON.stringify(
      this.#prose.map(({ pattern, replacement }) => [
        pattern.source,
        pattern.flags,
        replacement,
      ]),
    );
  }

  /** A text that people read. */
  prose(text: string): string {
    return apply(this.#prose, text);
  }

  /** A query: an address in it may be what it compares with. */
  code(text: string): string {
    return apply(this.#code, text);
  }
}

function apply(rules: readonly MaskingRule[], text: string): string {
  let masked = text;
  for (const { pattern, replacement } of rules) {
    if (pattern !== EMAIL.pattern || masked.includes('@')) {
      masked = masked.replace(pattern, replacement);
    }
  }
  return masked;
}
