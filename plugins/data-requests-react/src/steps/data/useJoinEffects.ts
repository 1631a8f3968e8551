import {
  emptyMartSpec,
  type MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { useMemo } from 'react';
import { useMartPreview, type MartForm, type MartPreview } from '../../form';
import { newRowCount } from '../rows/newColumns';

// A spec without a target is not previewed.
const NOTHING = emptyMartSpec('');

/**
 * The preview that tells what the joins do.
 *
 * @remarks
 * Datasets are joined before columns are chosen, and without a column there is
 * nothing to compute: until then the rows are counted for this alone.
 */
export function useJoinEffects(spec: MartSpec, form: MartForm): MartPreview {
  const probe = useMemo(() => {
    const [first] = spec.sources;
    return first && spec.joins.length > 0 && spec.columns.length === 0
      ? { ...spec, columns: [newRowCount(first.alias)] }
      : undefined;
  }, [spec]);
  const probed = useMartPreview(probe ?? NOTHING);
  return probe ? probed : form.preview;
}
