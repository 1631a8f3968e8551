import { datasetEditSchema } from '@suido/backstage-plugin-data-catalog-common';
import { editOf, type Draft } from './draft';

const NOW: Draft = {
  purpose: 'Meeting',
  en: 'Sales',
  ja: '',
  owner: 'group:default/sales',
  tier: '2',
};

it.each<[string, Partial<Draft>, string | undefined, unknown]>([
  ['nothing typed', {}, undefined, undefined],
  ['the same again', { purpose: ' Meeting ' }, undefined, undefined],
  ['a purpose', { purpose: ' Report ' }, undefined, { purpose: 'Report' }],
  ['a purpose emptied', { purpose: '' }, undefined, { purpose: null }],
  [
    'one language keeps the other',
    { ja: '売上' },
    undefined,
    { definition: { en: 'Sales', ja: '売上' } },
  ],
  ['a definition emptied', { en: ' ' }, undefined, { definition: null }],
  [
    'owner and tier',
    { owner: 'group:default/x', tier: '3' },
    undefined,
    { owner: 'group:default/x', tier: 3 },
  ],
  [
    'taken back',
    { owner: '', tier: '' },
    undefined,
    { owner: null, tier: null },
  ],
  [
    'a column',
    { en: 'Gross' },
    'amount',
    { columns: { amount: { definition: { en: 'Gross' } } } },
  ],
  ['a column as it was', {}, 'amount', undefined],
])('makes an edit of %s', (_, typed, column, expected) => {
  const edit = editOf(NOW, typed, column);
  expect(edit).toStrictEqual(expected);
  expect(datasetEditSchema.optional().parse(edit)).toStrictEqual(edit);
});
