import type { Dataset } from '@suido/backstage-plugin-data-catalog-common';

/** Parts of a dataset's page, each with an address of its own. */
export const SECTIONS = [
  'overview',
  'columns',
  'told',
  'links',
  'history',
  'sql',
] as const;

/** @see {@link SECTIONS} */
export type Section = (typeof SECTIONS)[number];

/** The section that an address names; the overview where it names none. */
export function readSection(name: string | undefined): Section | undefined {
  return name === undefined
    ? 'overview'
    : SECTIONS.slice(1).find(one => one === name);
}

/** Address of a section below the one of its dataset. */
export function sectionPath(datasetPath: string, section: Section): string {
  return section === 'overview' ? datasetPath : `${datasetPath}/${section}`;
}

/** The sections that a dataset has; only a view has a query. */
export function sectionsOf(dataset: Dataset): readonly Section[] {
  return dataset.viewSql === undefined
    ? SECTIONS.filter(section => section !== 'sql')
    : SECTIONS;
}
