import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  FOUND_KINDS,
  FRESHNESS,
  type FacetName,
} from '@suido/backstage-plugin-data-catalog-common';
import {
  dataCatalogReactTranslationRef,
  EntityName,
} from '@suido/backstage-plugin-data-catalog-react';
import { LAYERS, TIERS } from '@suido/vocabulary';
import { dataCatalogTranslationRef } from '../translation/ref';

const ENTITY_REF = /^[a-z]+:[^/:]+\/[^/]+$/i;

interface FacetValueProps {
  readonly facet: FacetName;
  readonly value: string;
}

/** A value of a facet in the reader's words; names stay as they are. */
export function FacetValue({ facet, value }: FacetValueProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const { t: word } = useTranslationRef(dataCatalogReactTranslationRef);
  const layer = LAYERS.find(one => one === value);
  const tier = TIERS.find(one => String(one) === value);
  const kind = FOUND_KINDS.find(one => one === value);
  const freshness = FRESHNESS.find(one => one === value);
  if (facet === 'layer' && layer) {
    return <>{word(`layer.${layer}`)}</>;
  }
  if (facet === 'tier' && tier) {
    return <>{word(`tier.${tier}`)}</>;
  }
  if (facet === 'kind' && kind) {
    return <>{t(`kind.${kind}`)}</>;
  }
  if (facet === 'freshness' && freshness) {
    return <>{t(`freshness.${freshness}`)}</>;
  }
  if (facet === 'owner' && ENTITY_REF.test(value)) {
    return <EntityName entityRef={value} />;
  }
  return <>{value}</>;
}
