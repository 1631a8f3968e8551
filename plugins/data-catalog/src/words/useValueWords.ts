import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DATASET_TYPES,
  lifecycleSchema,
  type Telling,
} from '@suido/backstage-plugin-data-catalog-common';
import { dataCatalogReactTranslationRef } from '@suido/backstage-plugin-data-catalog-react';
import { LAYERS, TIERS, UPDATE_FREQUENCIES } from '@suido/vocabulary';

type Value = Telling['value'];

/**
 * Puts what is told of a dataset into words.
 * @returns a function of the field, as `told` and history name it, and its value
 */
export function useValueWords(): (
  field: string,
  value: Value | undefined,
) => string {
  const { t } = useTranslationRef(dataCatalogReactTranslationRef);
  return (field, value) => {
    const known = wordOf(field, value, t);
    return known ?? plainWords(value, t('separator'));
  };
}

type Translate = ReturnType<
  typeof useTranslationRef<(typeof dataCatalogReactTranslationRef)['T']>
>['t'];

function wordOf(
  field: string,
  value: Value | undefined,
  t: Translate,
): string | undefined {
  switch (field) {
    case 'tier': {
      const tier = TIERS.find(one => one === value);
      return tier && t(`tier.${tier}`);
    }
    case 'layer': {
      const layer = LAYERS.find(one => one === value);
      return layer && t(`layer.${layer}`);
    }
    case 'updateFrequency':
    case 'update-frequency': {
      const frequency = UPDATE_FREQUENCIES.find(one => one === value);
      return frequency && t(`frequency.${frequency}`);
    }
    case 'lifecycle': {
      const state = lifecycleSchema.shape.state.options.find(
        one => one === value,
      );
      return state && t(`lifecycle.${state}`);
    }
    case 'type': {
      const type = DATASET_TYPES.find(one => one === value);
      return type && t(`type.${type}`);
    }
    default:
      return undefined;
  }
}

/** Texts in both languages one above the other, owners by name, lists in a row. */
function plainWords(value: Value | undefined, separator: string): string {
  if (value === undefined || value === null) {
    return '';
  }
  if (Array.isArray(value)) {
    return value.map(one => plainWords(one, separator)).join(separator);
  }
  if (typeof value !== 'object') {
    return String(value);
  }
  const { en, ja, label } = value;
  const texts = [en, ja].filter(text => typeof text === 'string');
  if (texts.length > 0) {
    return texts.join('\n');
  }
  return typeof label === 'string' ? label : JSON.stringify(value);
}
