import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';
import type { LocalizedText } from '@suido/vocabulary';
import type { TargetConfig } from '../../targets/TargetConfig';
import type {
  ResolvedFilter,
  ResolvedJoin,
  ResolvedMart,
} from '../ResolvedMart';
import { explainColumn } from './explainColumn';
import { explainPartition } from './explainPartition';
import {
  enumerated,
  FREQUENCY_WORDS,
  OPERATOR_WORDS,
  shown,
  TIER_WORDS,
} from './words';

/** The mart in words, sentence by sentence, in the order of the form. */
export function explainMart(
  spec: MartSpec,
  mart: ResolvedMart,
  dialect: TargetConfig['dialect'],
): readonly LocalizedText[] {
  return [
    ...explainGrain(spec),
    ...explainSources(mart),
    ...mart.filters.map(explainFilter),
    ...mart.columns.map(explainColumn),
    ...explainTests(spec),
    ...explainPartition(spec, dialect),
    ...explainUnitTest(spec),
    {
      en: `Updated ${FREQUENCY_WORDS[spec.updateFrequency].en}; tier ${
        spec.tier
      } (${TIER_WORDS[spec.tier].en}).`,
      ja: `更新は${FREQUENCY_WORDS[spec.updateFrequency].ja}、機密区分は ${
        spec.tier
      }（${TIER_WORDS[spec.tier].ja}）です。`,
    },
  ];
}

function explainGrain({ grain }: MartSpec): readonly LocalizedText[] {
  if (grain.length === 0) {
    return [];
  }
  const names = enumerated(grain);
  return [
    {
      en: `One row per ${names.en}.`,
      ja:
        grain.length === 1
          ? `1 行が ${names.ja} 1 つを表します。`
          : `1 行が ${names.ja} の組み合わせ 1 つを表します。`,
    },
  ];
}

function explainSources(mart: ResolvedMart): readonly LocalizedText[] {
  const [base] = mart.sources;
  const nameOf = (alias: string) => {
    const source = mart.sources.find(found => found.alias === alias);
    return shown(source?.dataset.input.name ?? alias);
  };
  return [
    {
      en: `Starts from ${nameOf(base.alias)}.`,
      ja: `${nameOf(base.alias)} を基にします。`,
    },
    ...mart.joins.map(join => explainJoin(join, nameOf(join.alias))),
  ];
}

function explainJoin({ type, on }: ResolvedJoin, name: string): LocalizedText {
  const pairs = on.map(
    ({ left, right }) =>
      `${left.alias}.${shown(left.column.name)} = ${right.alias}.${shown(
        right.column.name,
      )}`,
  );
  const conditions = enumerated(pairs);
  return type === 'left'
    ? {
        en: `Adds ${name} where ${conditions.en}; rows without a partner stay.`,
        ja: `${name} を ${conditions.ja} で結合します。相手のない行も残ります。`,
      }
    : {
        en: `Adds ${name} where ${conditions.en}; rows without a partner are left out.`,
        ja: `${name} を ${conditions.ja} で結合します。相手のない行は除きます。`,
      };
}

function explainFilter({
  column,
  operator,
  values,
}: ResolvedFilter): LocalizedText {
  const name = `${column.alias}.${shown(column.column.name)}`;
  const words = OPERATOR_WORDS[operator];
  const texts = values.map(({ text }) => shown(text));
  const keepsEmpty = operator === 'not-equals' || operator === 'none-of';
  const en = texts.map(text => `“${text}”`).join(', ');
  const ja = texts.map(text => `「${text}」`).join('、');
  return {
    en: `Only rows where ${name} ${words.en}${en ? ` ${en}` : ''}${
      keepsEmpty ? ' (empty ones stay)' : ''
    }.`,
    ja: `${name} ${words.ja}${ja ? `（${ja}）` : ''}行だけを使います。${
      keepsEmpty ? '空の行は残ります。' : ''
    }`,
  };
}

function explainTests({ grain, tests }: MartSpec): readonly LocalizedText[] {
  const sentences: LocalizedText[] = [];
  if (grain.length > 0) {
    const names = enumerated(grain);
    sentences.push({
      en: `Every build checks that each ${names.en} appears once.`,
      ja: `${names.ja} が重複しないことを、更新のたびに確認します。`,
    });
  }
  for (const test of tests) {
    const column = shown(test.column);
    if (test.kind === 'not-null') {
      sentences.push({
        en: `Every build checks that ${column} is never empty.`,
        ja: `${column} が空でないことを、更新のたびに確認します。`,
      });
    } else if (test.kind === 'unique') {
      sentences.push({
        en: `Every build checks that no value of ${column} appears twice.`,
        ja: `${column} の値が重複しないことを、更新のたびに確認します。`,
      });
    } else if (test.kind === 'not-negative') {
      sentences.push({
        en: `Every build checks that ${column} is never below zero.`,
        ja: `${column} が負にならないことを、更新のたびに確認します。`,
      });
    } else {
      const values = enumerated(test.values);
      sentences.push({
        en: `Every build checks that ${column} is one of ${values.en}.`,
        ja: `${column} が次のいずれかであることを、更新のたびに確認します：${values.ja}`,
      });
    }
  }
  return sentences;
}

function explainUnitTest({ unitTest }: MartSpec): readonly LocalizedText[] {
  return unitTest
    ? [
        {
          en: 'Every build checks that the example rows still give what was confirmed.',
          ja: '例の行から確認済みの結果が得られることを、更新のたびに確認します。',
        },
      ]
    : [];
}
