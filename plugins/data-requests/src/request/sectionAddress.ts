/** The parts of a request, in the order of their tabs. */
export const SECTIONS = [
  'conversation',
  'files',
  'sample',
  'checks',
  'reviewers',
  'commits',
] as const;

/** @see {@link SECTIONS} */
export type Section = (typeof SECTIONS)[number];

/** Part of an address that names the section. */
export const SECTION_PARAM = 'part';

/**
 * The search part of the address of a section.
 * @param params - what of the section is to be shown
 */
export function sectionSearch(
  section: Section,
  params: Readonly<Record<string, string>> = {},
): string {
  const isFirst = section === SECTIONS[0];
  const search = new URLSearchParams({
    ...(isFirst ? {} : { [SECTION_PARAM]: section }),
    ...params,
  });
  return `?${search}`;
}
