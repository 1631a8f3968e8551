import type { DatasetEdit } from '@suido/backstage-plugin-data-catalog-common';
import { hasText } from '../merge/completeness';
import type { PortalEdit } from '../merge/DatasetTelling';

type StoredEdit = Omit<PortalEdit, 'at'>;

/**
 * An edit on top of what was written before. What the edit does not name stays,
 * `null` and an empty text take back.
 */
export function layEdit(before: StoredEdit, edit: DatasetEdit): StoredEdit {
  const purpose = pick(before.purpose, edit.purpose);
  const owner = pick(before.owner, edit.owner);
  const tier = pick(before.tier, edit.tier);
  const definition = pick(before.definition, edit.definition);
  const columns = new Map(Object.entries(before.columns ?? {}));
  for (const [name, written] of Object.entries(edit.columns ?? {})) {
    if (written.definition && hasText(written.definition)) {
      columns.set(name, { definition: written.definition });
    } else {
      columns.delete(name);
    }
  }
  return {
    ...(purpose !== undefined && { purpose }),
    ...(owner !== undefined && { owner }),
    ...(tier !== undefined && { tier }),
    ...(hasText(definition) && { definition }),
    ...(columns.size > 0 && { columns: Object.fromEntries(columns) }),
  };
}

function pick<T>(
  before: T | undefined,
  written: T | null | undefined,
): T | undefined {
  return written === undefined ? before : written ?? undefined;
}
