import type { TranslationRef } from '@backstage/frontend-plugin-api';

type Messages = Readonly<Record<string, string | null | undefined>>;

/**
 * What a translation ref carries beside its public type (frontend-plugin-api
 * 0.18, `TranslationRefImpl`).
 */
interface InnerRef {
  getDefaultMessages(): Messages;
  getDefaultResource():
    | {
        resources: readonly {
          language: string;
          loader(): Promise<{ messages: Messages }>;
        }[];
      }
    | undefined;
}

/**
 * For tests: that a ref has every message in every given language, with the
 * same placeholders.
 *
 * @remarks
 * Backstage's types accept `null`, which would show the English text.
 * @throws `Error` that lists each message that is missing or differs.
 * @public
 */
export async function expectCompleteTranslations(
  ref: TranslationRef,
  languages: readonly string[] = ['ja'],
): Promise<void> {
  if (!isInnerRef(ref)) {
    throw new Error(`Translation ref '${ref.id}' has an unknown form`);
  }
  const problems: string[] = [];
  const originals = ref.getDefaultMessages();
  for (const language of languages) {
    const resource = ref
      .getDefaultResource()
      ?.resources.find(candidate => candidate.language === language);
    const messages = resource ? (await resource.loader()).messages : {};
    problems.push(...compare(language, originals, messages));
  }
  if (problems.length > 0) {
    throw new Error(
      `Translation ref '${ref.id}' is incomplete:\n${problems.join('\n')}`,
    );
  }
}

function compare(
  language: string,
  originals: Messages,
  messages: Messages,
): string[] {
  const problems = Object.keys(messages)
    .filter(key => !(key in originals))
    .map(key => `${language}: '${key}' is no key of the ref`);
  for (const [key, original] of Object.entries(originals)) {
    const message = messages[key];
    if (typeof message !== 'string' || message.trim() === '') {
      problems.push(`${language}: '${key}' is missing`);
    } else if (placeholders(message) !== placeholders(original ?? '')) {
      problems.push(`${language}: '${key}' has other placeholders`);
    }
  }
  return problems;
}

function placeholders(message: string): string {
  const names = [...message.matchAll(/\{\{\s*(\w+)/g)].map(match => match[1]);
  return [...new Set(names)].sort().join();
}

function isInnerRef(ref: object): ref is InnerRef {
  return 'getDefaultMessages' in ref && 'getDefaultResource' in ref;
}
