import type { ReadingCause } from '@suido/backstage-plugin-data-catalog-node';
import type { ContractProblemCode } from '@suido/odcs';

/** By the problems that contracts have; `refused` is what is lost by them. */
export const PROBLEM_CAUSES: Readonly<
  Record<ContractProblemCode, ReadingCause>
> = {
  broken: {
    code: 'broken',
    outcome: 'refused',
    text: {
      en: 'A contract could not be read.',
      ja: '契約ファイルを読み取れませんでした。',
    },
  },
  unnamed: {
    code: 'unnamed',
    outcome: 'refused',
    text: {
      en: 'An object or a property has no name.',
      ja: '名前のないオブジェクトまたは項目があります。',
    },
  },
  'no-namespace': {
    code: 'no-namespace',
    outcome: 'refused',
    text: {
      en: 'No server of the contract says where an object is; name its namespace in the configuration.',
      ja: '契約のサーバーからオブジェクトの場所が分かりません。設定で名前空間を指定してください。',
    },
  },
  'duplicate-key': {
    code: 'duplicate-key',
    outcome: 'note',
    text: {
      en: 'A key stands twice; the last one counts.',
      ja: '同じキーが 2 回あります。最後のものを使いました。',
    },
  },
  'unknown-classification': {
    code: 'unknown-classification',
    outcome: 'note',
    text: {
      en: 'No tier is configured for a classification.',
      ja: '機密区分が設定されていない classification があります。',
    },
  },
  'unknown-relationship': {
    code: 'unknown-relationship',
    outcome: 'note',
    text: {
      en: 'A relationship leads to what is not in its contract.',
      ja: '契約にないものを参照する関係があります。',
    },
  },
};

export const INVALID_RECORD: ReadingCause = {
  code: 'invalid',
  outcome: 'refused',
  text: {
    en: 'A contract says what the catalog cannot take.',
    ja: 'カタログに取り込めない内容の契約です。',
  },
};

export const TOLD_TWICE: ReadingCause = {
  code: 'told-twice',
  outcome: 'left-out',
  text: {
    en: 'Another contract tells the same dataset; the first one, by path, counts.',
    ja: '同じデータセットの契約が複数あります。パス順で最初のものを使いました。',
  },
};

export const NOT_A_CONTRACT: ReadingCause = {
  code: 'not-a-contract',
  outcome: 'left-out',
  text: {
    en: 'A YAML file is not a data contract.',
    ja: 'データ契約ではない YAML ファイルです。',
  },
};
