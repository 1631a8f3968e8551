import { martSpecSchema } from '@suido/backstage-plugin-data-requests-common';
import { martSpec } from '../__testUtils__/FakeEvaluator';
import { MART_SPEC_KEYS, parseMartSpec } from './martSpecInput';

describe('the spec as actions declare it', () => {
  it('has exactly the keys of the contract', () => {
    expect(Object.keys(MART_SPEC_KEYS)).toEqual(
      Object.keys(martSpecSchema.shape),
    );
  });

  it('is decided by the contract', () => {
    expect(parseMartSpec(martSpec())).toEqual(martSpec());
    expect(() =>
      parseMartSpec({ ...martSpec(), tier: 7, extra: true }),
    ).toThrow(/spec\.tier: .*Unrecognized key: "extra"/);
  });
});
