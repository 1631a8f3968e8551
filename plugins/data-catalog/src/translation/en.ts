import { datasetEn } from './datasetEn';
import { findEn } from './findEn';
import { sourceEn } from './sourceEn';

/** Every text of the pages in English; `ja` has the same keys. */
export const en = {
  ...findEn,
  ...datasetEn,
  ...sourceEn,
  title: 'Data catalog',
  more: 'Show more',
  cancel: 'Cancel',
  separator: ', ',
  colon: ': ',

  'tab.find': 'Find',
  'tab.changes': 'What changed',
  'tab.sources': 'Sources',

  'entity.unknown': 'The data catalog does not know this dataset yet',
  'entity.unknownHelp':
    'No source has told of it so far, or you may not see it there.',
} as const;
