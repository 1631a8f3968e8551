import type {
  Column,
  Dataset,
  DatasetEdit,
} from '@suido/backstage-plugin-data-catalog-common';
import { TIERS, type AuthoredText } from '@suido/vocabulary';

/** What stands in the fields of the form; blank where nothing is written. */
export interface Draft {
  readonly purpose: string;
  readonly en: string;
  readonly ja: string;
  /** Entity ref of a group. */
  readonly owner: string;
  readonly tier: string;
}

/** What a dataset, or one of its columns, says now. */
export function draftOf(dataset: Dataset, column?: Column): Draft {
  const { en = '', ja = '' } = (column ?? dataset).definition;
  const ownTier = dataset.told.tier?.at(0)?.value;
  return {
    purpose: dataset.purpose ?? '',
    en,
    ja,
    owner: dataset.owner?.isPersonal ? '' : dataset.owner?.ref ?? '',
    tier: TIERS.some(tier => tier === ownTier) ? String(ownTier) : '',
  };
}

/**
 * The edit that makes of what is said now what was typed; `undefined` where
 * that is the same. A field that was emptied takes back what was written in
 * the portal.
 * @param column - name of the column, where its definition is edited
 */
export function editOf(
  now: Draft,
  typed: Partial<Draft>,
  column?: string,
): DatasetEdit | undefined {
  const values = { ...now, ...typed };
  const has = (field: keyof Draft) =>
    values[field].trim() !== now[field].trim();
  const definition =
    has('en') || has('ja') ? authored(values.en, values.ja) : undefined;
  if (column !== undefined) {
    return definition === undefined
      ? undefined
      : { columns: { [column]: { definition: orTakenBack(definition) } } };
  }
  const tier = TIERS.find(one => String(one) === values.tier);
  const edit: DatasetEdit = {
    ...(has('purpose') && { purpose: values.purpose.trim() || null }),
    ...(definition && { definition: orTakenBack(definition) }),
    ...(has('owner') && { owner: values.owner.trim() || null }),
    ...(has('tier') && { tier: tier ?? null }),
  };
  return Object.keys(edit).length > 0 ? edit : undefined;
}

function authored(en: string, ja: string): AuthoredText {
  return {
    ...(en.trim() && { en: en.trim() }),
    ...(ja.trim() && { ja: ja.trim() }),
  };
}

function orTakenBack(text: AuthoredText): AuthoredText | null {
  return text.en || text.ja ? text : null;
}
