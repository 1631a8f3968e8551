import { emptyMartSpec } from '@suido/backstage-plugin-data-requests-common';
import { assembleSpec, pageValue } from './martPages';

const spec = {
  ...emptyMartSpec('shop'),
  name: 'fct_orders',
  sources: [{ alias: 'orders', dataset: 'orders-0123456789' }],
  columns: [
    {
      role: 'measure' as const,
      name: 'orders',
      definition: { ja: '注文数' },
      aggregation: 'count' as const,
      source: 'orders',
    },
  ],
  tests: [{ kind: 'not-null' as const, column: 'orders' }],
  tier: 3 as const,
  differences: [{ subject: 'dataset:x-0123456789', reason: 'Per hour' }],
  partition: { column: 'orders', grain: 'day' as const },
  unitTest: { given: [], expected: { columns: ['orders'], rows: [[1]] } },
};

function pagesOf(value: typeof spec) {
  return {
    what: pageValue('what', value),
    data: pageValue('data', value),
    rows: pageValue('rows', value),
    meaning: pageValue('meaning', value),
  };
}

describe('assembleSpec', () => {
  it('gives back what the pages were made from', () => {
    expect(assembleSpec(pagesOf(spec))).toEqual(spec);
  });

  it('is an empty form where nothing is filled in', () => {
    expect(assembleSpec({})).toEqual(emptyMartSpec(''));
  });

  it('drops what speaks of columns that are gone', () => {
    const pages = { ...pagesOf(spec), rows: { columns: [] } };
    expect(assembleSpec(pages).tests).toEqual([]);
    expect(assembleSpec(pages)).not.toHaveProperty('partition');
  });

  it('has no key for what is not chosen', () => {
    const { partition: _, unitTest: __, ...plain } = spec;
    const page = pageValue('meaning', plain);
    expect(Object.keys(page)).not.toContain('partition');
    expect(Object.keys(page)).not.toContain('unitTest');
  });

  it.each([
    ['text', 'x'],
    ['an unknown key', { name: 'fct_a', evil: 1 }],
    ['a wrong type', { name: 1 }],
  ])('takes a page that is %s for empty', (_, what) => {
    expect(assembleSpec({ what }).name).toBe('');
  });
});
