import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { dataCatalogTranslationRef } from '../translation/ref';

/** Fields of a dataset that have a name in words. */
export const NAMED_FIELDS = [
  'definition',
  'purpose',
  'owner',
  'stewards',
  'domain',
  'dataProduct',
  'updateFrequency',
  'tier',
  'lifecycle',
  'layer',
  'type',
  'partitioning',
  'columns',
] as const;

/** Names a field as people do; one that has no name yet stays as it is. */
export function useFieldWords(): (field: string) => string {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  return field => {
    const named = NAMED_FIELDS.find(one => one === field);
    return named ? t(`field.${named}`) : field;
  };
}
