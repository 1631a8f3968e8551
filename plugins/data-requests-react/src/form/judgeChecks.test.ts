import {
  emptyMartSpec,
  type Check,
  type MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import type { MartStep } from '../mart';
import {
  judgeChecks,
  wasTouched,
  withoutAnswered,
  type Been,
} from './judgeChecks';

const empty = emptyMartSpec('data-platform');

function failed(
  field: string | undefined,
  severity: Check['severity'] = 'error',
): Check {
  return {
    rule: `rule of ${field}`,
    severity,
    status: 'failed',
    ...(field === undefined ? {} : { field }),
    message: { en: '', ja: '' },
  };
}

function been(fields: string[] = [], steps: MartStep[] = []): Been {
  return { fields: new Set(fields), steps: new Set(steps) };
}

const named: MartSpec = {
  ...empty,
  name: 'Not A Name',
  definition: { ja: '店舗ごとの売上' },
  columns: [
    {
      role: 'measure',
      name: 'n',
      definition: {},
      aggregation: 'count',
      source: 'x',
    },
  ],
};

describe('judgeChecks', () => {
  it('takes everything in an untouched form for not filled in yet', () => {
    const problems = [
      'question',
      'purpose',
      'name',
      'domain',
      'sources',
      'columns',
      'grain',
      'definition',
      'owner',
      'tier',
    ].map(field => failed(field));
    expect(judgeChecks(problems, empty, been())).toEqual({
      shown: [],
      toFill: problems,
    });
  });

  it.each<[string, string | undefined, MartSpec, Been]>([
    ['a value that is wrong', 'name', named, been()],
    ['a field that was left empty', 'owner', empty, been(['owner'])],
    [
      'a text left in one language',
      'definition',
      empty,
      been(['definition.ja']),
    ],
    ['a step that was to be done', 'owner', empty, been([], ['meaning'])],
    ['a check of no field', undefined, empty, been()],
    ['a list with something in it', 'columns', named, been()],
    ['something alike that needs an answer', 'differences', empty, been()],
  ])('shows %s', (_, field, spec, where) => {
    const problem = failed(field);
    expect(judgeChecks([problem], spec, where).shown).toEqual([problem]);
  });

  it.each<[string, string, Been]>([
    [
      'a definition that nobody wrote',
      'columns.0.definition',
      been(['columns']),
    ],
    ['a part that is not there yet', 'filters.3.values', been(['name'])],
    ['another step', 'sources', been([], ['what', 'meaning'])],
  ])('does not reproach %s', (_, field, where) => {
    expect(judgeChecks([failed(field)], named, where).shown).toEqual([]);
  });

  it('keeps quiet about advice on what nobody has been at', () => {
    const advice = failed('columns.0.definition', 'warning');
    expect(judgeChecks([advice], named, been())).toEqual({
      shown: [],
      toFill: [],
    });
  });

  it('takes a choice for one, even if it was made elsewhere', () => {
    const problem = failed('tier');
    expect(judgeChecks([problem], { ...empty, tier: 1 }, been()).shown).toEqual(
      [problem],
    );
  });

  it('leaves severities as they are', () => {
    const warning = failed('columns.0.definition', 'warning');
    expect(judgeChecks([warning], named, been([], ['meaning'])).shown).toEqual([
      warning,
    ]);
  });

  it('does not take a neighbour for a part', () => {
    expect(wasTouched('columns.1', been(['columns.10']))).toBe(false);
    expect(wasTouched('columns.1', been(['columns.1.name']))).toBe(true);
  });
});

describe('withoutAnswered', () => {
  it('drops what was missing and is not any more', () => {
    const [name, question, whole] = [
      failed('name'),
      failed('question'),
      failed(undefined),
    ];
    expect(
      withoutAnswered([name, question, whole], empty, {
        ...empty,
        name: 'fct_sales',
      }),
    ).toEqual([question, whole]);
  });

  it('keeps what was wrong, until it has been judged again', () => {
    const problem = failed('name');
    expect(
      withoutAnswered([problem], named, { ...named, name: 'fct_sales' }),
    ).toEqual([problem]);
  });
});
