import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { reactKitTranslationRef } from '../translation';
import { describeError, type ErrorDescription } from './describeError';

/** @public */
export interface ErrorWords extends ErrorDescription {
  /** What happened, in the reader's language. */
  readonly title: string;
  /** What to do about it, in the reader's language. */
  readonly cure: string;
}

/**
 * Puts errors into words.
 * @returns a function, so that one component may describe several errors
 * @public
 */
export function useErrorWords(): (error: Error) => ErrorWords {
  const { t } = useTranslationRef(reactKitTranslationRef);
  return error => {
    const description = describeError(error);
    return {
      ...description,
      title: t(`error.title.${description.kind}`),
      cure: t(`error.cure.${description.kind}`),
    };
  };
}
