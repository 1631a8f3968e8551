import { mockCredentials } from '@backstage/backend-test-utils';
import type {
  MartSpec,
  Preview,
  Sample,
} from '@suido/backstage-plugin-data-requests-common';
import type { Tier } from '@suido/vocabulary';
import { FakeEvaluator, martSpec } from '../__testUtils__/FakeEvaluator';
import { EffectComputer, type CommitSide } from './EffectComputer';

const QUERY = 'select 42 as amount';
const sampleOf = (...values: number[]): Sample => ({
  status: 'available',
  columns: [{ name: 'amount', type: 'integer', masked: false }],
  rows: values.map(value => [value]),
  truncated: false,
  sampledRowCount: values.length,
});

describe('EffectComputer', () => {
  let previews: Partial<Preview>[];
  let asked: { spec: MartSpec; withSample: boolean }[];
  let effects: EffectComputer;

  beforeEach(() => {
    previews = [{}, {}];
    asked = [];
    const evaluator = new FakeEvaluator();
    const original = evaluator.evaluate.bind(evaluator);
    jest
      .spyOn(evaluator, 'evaluate')
      .mockImplementation(async (spec, options) => {
        const preview = await original(spec, options);
        asked.push({ spec, withSample: options.withSample });
        return { ...preview, ...previews[asked.length - 1] };
      });
    effects = new EffectComputer({ evaluator });
  });

  const made = (spec: MartSpec = martSpec(), query?: string): CommitSide => ({
    made: { spec, query: query ?? QUERY },
  });
  const compute = (
    sides: [CommitSide, CommitSide] = [made(), made()],
    readableTier: Tier = 3,
  ) =>
    effects.compute(sides, {
      readableTier,
      credentials: mockCredentials.user(),
    });

  it('compares the rows of both specs', async () => {
    previews = [{ sample: sampleOf(1, 2) }, { sample: sampleOf(2, 3) }];
    expect(await compute()).toMatchObject({
      columns: [],
      rows: { status: 'available', added: 1, removed: 1 },
      tier: 3,
    });
  });

  it('evaluates nothing for a commit that was made by hand', async () => {
    for (const sides of [
      [made(), {}],
      [{}, made()],
    ] as const) {
      expect(await compute([...sides])).toEqual({
        rows: {
          status: 'unavailable',
          reason: {
            en: expect.stringContaining('by hand'),
            ja: expect.stringContaining('手作業'),
          },
        },
        tier: 3,
      });
    }
    expect(asked).toEqual([]);
  });

  it.each<[string, Partial<Preview>[], string]>([
    ['a query that changed', [{}, { sql: 'select 1' }], 'not the one'],
    ['a spec without a query now', [{ sql: undefined }, {}], 'not the one'],
    [
      'rows beyond the preview',
      [{}, { sample: { ...sampleOf(1), truncated: true } as Sample }],
      'more rows',
    ],
    [
      'no sample',
      [
        {
          sample: {
            status: 'unavailable',
            reason: { en: 'No source', ja: 'ソースがありません' },
          },
        },
        {},
      ],
      'No source',
    ],
    ['inputs of a higher tier', [{}, { lowestTier: 4 }], 'more confidential'],
  ])('says in words why there are no rows: %s', async (_, given, words) => {
    previews = given;
    const { rows, columns } = await compute();
    expect(rows).toMatchObject({
      status: 'unavailable',
      reason: { en: expect.stringContaining(words) },
    });
    expect(columns).toEqual([]);
  });

  it('reads no rows of a revision above the tier that may be read', async () => {
    const secret = martSpec({ tier: 4 });
    const { rows, tier } = await compute([made(secret), made()], 2);
    expect(rows.status).toBe('unavailable');
    expect(tier).toBe(4);
    expect(asked.map(({ withSample }) => withSample)).toEqual([false, true]);
  });
});
