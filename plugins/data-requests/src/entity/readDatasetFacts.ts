import { RELATION_OWNED_BY, type Entity } from '@backstage/catalog-model';
import {
  ANNOTATIONS,
  LAYERS,
  TIERS,
  UPDATE_FREQUENCIES,
  type Layer,
  type Tier,
  type UpdateFrequency,
} from '@suido/vocabulary';

/** What the catalog knows about a dataset; absent where nobody has said. */
export interface DatasetFacts {
  readonly definition?: string;
  readonly purpose?: string;
  readonly updateFrequency?: UpdateFrequency;
  readonly tier?: Tier;
  readonly layer?: Layer;
  /** Entity ref. */
  readonly owner?: string;
}

/** Reads a dataset's entity; a word that the vocabulary does not know counts as unsaid. */
export function readDatasetFacts(entity: Entity): DatasetFacts {
  const annotations = entity.metadata.annotations ?? {};
  return {
    definition: entity.metadata.description?.trim() || undefined,
    purpose: annotations[ANNOTATIONS.purpose]?.trim() || undefined,
    updateFrequency: UPDATE_FREQUENCIES.find(
      frequency => frequency === annotations[ANNOTATIONS.updateFrequency],
    ),
    tier: TIERS.find(tier => String(tier) === annotations[ANNOTATIONS.tier]),
    layer: LAYERS.find(layer => layer === annotations[ANNOTATIONS.layer]),
    owner: entity.relations?.find(({ type }) => type === RELATION_OWNED_BY)
      ?.targetRef,
  };
}
