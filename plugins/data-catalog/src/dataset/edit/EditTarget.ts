import type { Column } from '@suido/backstage-plugin-data-catalog-common';

/** Fields of a dataset that people write in the portal. */
export const EDITED_FIELDS = [
  'definition',
  'purpose',
  'owner',
  'tier',
] as const;

/** What is edited: a dataset, begun at a field, or one of its columns. */
export type EditTarget =
  | {
      readonly kind: 'dataset';
      readonly focus?: (typeof EDITED_FIELDS)[number];
    }
  | { readonly kind: 'column'; readonly column: Column };
