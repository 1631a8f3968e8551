import { emptyMartSpec } from './emptyMartSpec';
import { martSpecSchema } from './MartSpec';
import { upgradeMartSpec } from './upgradeMartSpec';

/** A spec as the first release stored it. */
function versionOne(): Record<string, unknown> {
  const { differences, ...spec } = emptyMartSpec('data-platform');
  return {
    ...spec,
    version: 1,
    columns: [
      {
        role: 'measure',
        name: 'net_sales',
        definition: { en: 'Net sales' },
        aggregation: 'sum',
        source: 'orders',
        column: 'amount',
      },
      {
        role: 'derived',
        name: 'share',
        definition: { ja: '割合' },
        operation: 'divide',
        left: { kind: 'column', name: 'net_sales' },
        right: { kind: 'number', value: 100 },
      },
    ],
    consumers: [{ kind: 'dashboard', name: 'Morning meeting' }],
  };
}

describe('upgradeMartSpec', () => {
  it('makes a calculation of arithmetic, and keeps all else', () => {
    const stored = versionOne();
    const before = structuredClone(stored);
    const upgraded = upgradeMartSpec(stored);
    expect(martSpecSchema.parse(upgraded)).toEqual({
      ...stored,
      version: 2,
      columns: [
        (before.columns as unknown[])[0],
        {
          role: 'derived',
          name: 'share',
          definition: { ja: '割合' },
          calculation: {
            kind: 'arithmetic',
            operation: 'divide',
            left: { kind: 'column', name: 'net_sales' },
            right: { kind: 'number', value: 100 },
          },
        },
      ],
      consumers: [
        { kind: 'dashboard', name: 'Morning meeting', exposure: false },
      ],
      differences: [],
    });
    expect(stored).toEqual(before);
  });

  it('leaves a spec of this release as it is', () => {
    const spec = emptyMartSpec('data-platform');
    expect(upgradeMartSpec(spec)).toBe(spec);
    const once = upgradeMartSpec(versionOne());
    expect(upgradeMartSpec(once)).toBe(once);
  });

  it.each([
    ['a later version', { version: 3, columns: [{ role: 'derived' }] }],
    ['no object', 'text'],
    ['nothing', null],
    ['a list', [{ version: 1 }]],
  ])('leaves %s to the schema', (_what, stored) => {
    expect(upgradeMartSpec(stored)).toBe(stored);
    expect(martSpecSchema.safeParse(stored).success).toBe(false);
  });

  it.each([
    ['columns that are no list', { version: 1, columns: 'x' }],
    ['columns that are no objects', { version: 1, columns: [null, 1] }],
    [
      'a derived column without anything',
      { version: 1, columns: [{ role: 'derived' }] },
    ],
  ])('does not stumble over %s', (_what, stored) => {
    const upgraded = upgradeMartSpec(stored);
    expect(upgraded).toMatchObject({ version: 2 });
    expect(martSpecSchema.safeParse(upgraded).success).toBe(false);
  });
});
