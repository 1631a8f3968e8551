import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readCatalogConfig } from './readCatalogConfig';

const read = (dataCatalog?: JsonObject) =>
  readCatalogConfig(new ConfigReader(dataCatalog && { dataCatalog }));

describe('readCatalogConfig', () => {
  it('has a default for everything', () => {
    const config = read();
    expect(config).toMatchObject({
      merge: {
        precedence: { physical: ['*', 'dbt', 'odcs', 'push', 'inferred'] },
      },
      holdBack: { maxRemovedShare: 0.2, minRemoved: 10 },
      push: { sources: [], limits: { recordBytes: 16_777_216 } },
    });
    expect(config.mask.prose('a@example.com')).toBe('[e-mail]');
  });

  it('reads what is written', () => {
    const config = read({
      precedence: { meaning: ['odcs', '*'] },
      owners: { map: [{ says: [' Sales ', 'S@example.com'], owner: 'Sales' }] },
      layers: [{ layer: 'mart', prefix: 'fct_' }],
      masking: { emails: false, rules: [{ pattern: '社員番号\\d+' }] },
      sources: [{ id: 'bi', maxRemovedShare: 1 }],
      push: {
        sources: [{ id: 'bi', subjects: ['external:bi'] }],
        limits: { mebibytes: 1 },
      },
    });
    expect(config.merge.precedence.meaning).toEqual(['odcs', '*']);
    expect([...config.merge.owners]).toEqual([
      ['sales', 'group:default/sales'],
      ['s@example.com', 'group:default/sales'],
    ]);
    expect(config.mask.prose('a@example.com 社員番号12')).toBe(
      'a@example.com [masked]',
    );
    expect(config.holdBack.maxRemovedShares.get('bi')).toBe(1);
    expect(config.push.sources).toEqual([
      { id: 'bi', title: 'bi', subjects: ['external:bi'] },
    ]);
    expect(config.push.limits.bytes).toBe(1_048_576);
  });

  it.each<[string, JsonObject]>([
    ['precedence.meaning', { precedence: { meaning: ['dbt', 'dbt'] } }],
    [
      'owners.map[0].owner',
      { owners: { map: [{ says: ['a'], owner: 'group:' }] } },
    ],
    ['layers[0].layer', { layers: [{ layer: 'gold', prefix: 'x' }] }],
    ['layers[0]', { layers: [{ layer: 'mart' }] }],
    ['masking.rules[0].pattern', { masking: { rules: [{ pattern: '(' }] } }],
    ['maxRemovedShare', { maxRemovedShare: 20 }],
    ['maxRemovedShare', { sources: [{ id: 'a', maxRemovedShare: -1 }] }],
    [
      'push.sources[0].id',
      { push: { sources: [{ id: 'a/b', subjects: [] }] } },
    ],
    [
      'push.sources[0].id',
      { push: { sources: [{ id: 'portal', subjects: [] }] } },
    ],
    [
      'push.sources[1].id',
      {
        push: {
          sources: [
            { id: 'a', subjects: [] },
            { id: 'a', subjects: [] },
          ],
        },
      },
    ],
  ])('names %s where it is wrong', (key, config) => {
    expect(() => read(config)).toThrow(`dataCatalog.${key}`);
  });
});
