import { mockServices } from '@backstage/backend-test-utils';
import { FakeForge } from '../__testUtils__/FakeForge';
import { readTargets } from './readTargets';
import { Targets } from './Targets';

const MINIMAL = {
  id: 'data-platform',
  forge: 'local-forge',
  repository: 'data-platform',
  dialect: 'duckdb',
  datasetNamespace: 'duckdb://demo',
  database: 'retail',
  schema: 'marts',
  allowedPaths: ['transform/models/marts/', 'transform/tests'],
};

function read(...targets: object[]) {
  return readTargets(
    mockServices.rootConfig({
      data: JSON.parse(JSON.stringify({ dataRequests: { targets } })),
    }),
  );
}

describe('readTargets', () => {
  it('reads targets and fills what may be left out', () => {
    expect(readTargets(mockServices.rootConfig({ data: {} }))).toEqual([]);
    expect(read(MINIMAL)).toEqual([
      {
        ...MINIMAL,
        title: 'data-platform',
        baseBranch: 'main',
        projectPath: '.',
        kind: 'dbt',
        allowedPaths: ['transform/models/marts', 'transform/tests'],
        reviewersFallback: [],
      },
    ]);
  });

  it.each([
    [{ id: 'Data Platform' }, /targets\[0\]\.id' is 'Data Platform'/],
    [{ id: undefined }, /dataRequests\.targets\[0\]\.id/],
    [{ forge: undefined }, /dataRequests\.targets\[0\]\.forge/],
    [{ dialect: 'oracle' }, /targets\[0\]\.dialect' is 'oracle'.*snowflake/],
    [{ kind: 'sql' }, /targets\[0\]\.kind' is 'sql'/],
    [{ projectPath: '../x' }, /targets\[0\]\.projectPath' is '\.\.\/x'/],
    [{ allowedPaths: ['/etc'] }, /targets\[0\]\.allowedPaths\[0\]/],
    [{ allowedPaths: [] }, /targets\[0\]\.allowedPaths' must name/],
    [{ allowedPaths: ['.'] }, /targets\[0\]\.allowedPaths' must name/],
    [{ allowedPaths: ['a\\b'] }, /targets\[0\]\.allowedPaths\[0\]/],
    [{ reviewersFallback: [':::'] }, /reviewersFallback\[0\]' is ':::'/],
  ])('names the key that is wrong: %j', (wrong, message) => {
    expect(() => read({ ...MINIMAL, ...wrong })).toThrow(message);
  });

  it('refuses two targets with one id, and a forge that nobody brings', () => {
    expect(() => read(MINIMAL, MINIMAL)).toThrow(/same|two targets/);
    expect(() =>
      Targets.create({
        configs: read(MINIMAL),
        forges: new Map([['github', new FakeForge()]]),
      }),
    ).toThrow(/targets\[0\]\.forge' is 'local-forge'.*installed: github/);
    const targets = Targets.create({
      configs: read(MINIMAL),
      forges: new Map([['local-forge', new FakeForge()]]),
    });
    expect(targets.get('data-platform').repository).toEqual({
      target: 'data-platform',
      repository: 'data-platform',
      baseBranch: 'main',
      allowedPaths: ['transform/models/marts', 'transform/tests'],
    });
    expect(() => targets.get('other')).toThrow(/no target 'other'/);
  });
});
