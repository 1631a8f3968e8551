import {
  useTranslationRef,
  type TranslationFunction,
} from '@backstage/frontend-plugin-api';
import { dataRequestsReactTranslationRef } from './translationRef';

/** Looks up a text of the form. */
export type FormTexts = TranslationFunction<
  (typeof dataRequestsReactTranslationRef)['T']
>;

/** The texts of the form in the reader's language. */
export function useFormTexts(): FormTexts {
  return useTranslationRef(dataRequestsReactTranslationRef).t;
}
