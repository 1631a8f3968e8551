import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  SECTION_PARAM,
  SECTIONS,
  sectionSearch,
  type Section,
} from './sectionAddress';

/** The section that the address names, and how to go to another one. */
export function useSection(): [Section, (section: Section) => void] {
  const [params, setParams] = useSearchParams();
  const section =
    SECTIONS.find(name => name === params.get(SECTION_PARAM)) ?? SECTIONS[0];
  const setSection = useCallback(
    (next: Section) => setParams(sectionSearch(next), { replace: true }),
    [setParams],
  );
  return [section, setSection];
}
