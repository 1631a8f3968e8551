import { en as appEn } from '../../packages/app/src/translation/en';
import { ja as appJa } from '../../packages/app/src/translation/ja';
import { en as catalogEn } from '../../plugins/data-catalog/src/translation/en';
import { ja as catalogJa } from '../../plugins/data-catalog/src/translation/ja';
import { duplicateJa } from '../../plugins/data-requests-react/src/translation/duplicateJa';
import { duplicateMessages } from '../../plugins/data-requests-react/src/translation/duplicateMessages';
import { formJa } from '../../plugins/data-requests-react/src/translation/formJa';
import { formMessages } from '../../plugins/data-requests-react/src/translation/formMessages';
import { panelJa } from '../../plugins/data-requests-react/src/translation/panelJa';
import { panelMessages } from '../../plugins/data-requests-react/src/translation/panelMessages';
import { stepJa } from '../../plugins/data-requests-react/src/translation/stepJa';
import { stepMessages } from '../../plugins/data-requests-react/src/translation/stepMessages';
import { en as pagesEn } from '../../plugins/data-requests/src/translation/en';
import { ja as pagesJa } from '../../plugins/data-requests/src/translation/ja';

export const LANGUAGES = ['en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * The texts that a person reads in the portal, by the keys of the
 * translations: a journey looks for words, never for the structure of a page.
 */
export interface Texts {
  readonly language: Language;
  app(key: string, values?: Values): string;
  pages(key: string, values?: Values): string;
  form(key: string, values?: Values): string;
  catalog(key: string, values?: Values): string;
}

type Values = Readonly<Record<string, string | number>>;

export function textsIn(language: Language): Texts {
  const english = language === 'en';
  return {
    language,
    app: reader(english ? appEn : appJa),
    pages: reader(english ? pagesEn : pagesJa),
    catalog: reader(english ? catalogEn : catalogJa),
    form: reader(
      english
        ? flatten({
            ...formMessages,
            ...stepMessages,
            ...panelMessages,
            ...duplicateMessages,
          })
        : { ...formJa, ...stepJa, ...panelJa, ...duplicateJa },
    ),
  };
}

function reader(messages: Readonly<Record<string, string>>) {
  return (key: string, values: Values = {}) => {
    const message = messages[key];
    if (message === undefined) {
      throw new Error(`There is no text "${key}"`);
    }
    return message.replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
      String(values[name]),
    );
  };
}

function flatten(messages: object, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[`${prefix}${key}`, value]]
        : Object.entries(flatten(value, `${prefix}${key}.`)),
    ),
  );
}
