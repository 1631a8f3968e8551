import { createOpenApiDocument } from '@suido/http-contract';
import { dataRequestsContract } from '../contract';
import { emptyMartSpec } from './emptyMartSpec';
import { martSpecSchema } from './MartSpec';

describe('martSpecSchema', () => {
  it('takes an empty form, so that the preview follows the typing', () => {
    expect(martSpecSchema.parse(emptyMartSpec('data-platform'))).toMatchObject({
      kind: 'data-mart',
      tier: 2,
    });
  });

  it.each([
    ['a key that nobody knows', { __proto__evil: 1 }, '__proto__evil'],
    ['a tier that does not exist', { tier: 5 }, 'tier'],
    ['a text beyond the limit', { purpose: 'x'.repeat(65_537) }, 'purpose'],
    [
      'a column of no role',
      { columns: [{ role: 'magic', name: 'x' }] },
      'role',
    ],
    ['a version from elsewhere', { version: 3 }, 'version'],
  ])('refuses %s', (_what, change, named) => {
    const result = martSpecSchema.safeParse({
      ...emptyMartSpec('data-platform'),
      ...change,
    });
    expect(result.success).toBe(false);
    expect(JSON.stringify(result.error?.issues)).toContain(named);
  });
});

describe('dataRequestsContract', () => {
  it('can be written as an OpenAPI document', () => {
    const document = createOpenApiDocument(dataRequestsContract);
    expect(Object.keys(document.paths ?? {})).toContain('/v1/requests/{id}');
  });

  it('keeps every path below v1 and names each operation once', () => {
    const routes = Object.values(dataRequestsContract.operations).map(
      operation => `${operation.method} ${operation.path}`,
    );
    expect(new Set(routes).size).toBe(routes.length);
    expect(routes.every(route => / \/v1\//.test(route))).toBe(true);
  });
});
