import { enumerated, shown } from '../generator/explanation/words';
import { findGroup } from '../repository/dbtGroups';
import { identifierFinding } from './identifierFinding';
import type { Finding, Rule } from './Rule';

const ALIAS = { en: 'The dataset', ja: 'データセット' };

/** From so many datasets on, a mart is hard to review. */
const MANY_SOURCES = 6;

/** The datasets exist and each has a name of its own. */
export const sourcesRule: Rule = {
  name: 'sources',
  field: 'sources',
  blocks: 'query',
  find: ({ spec, view }) => {
    if (spec.sources.length === 0) {
      return [
        {
          rule: 'sources-missing',
          field: 'sources',
          message: {
            en: 'Choose at least one dataset that the mart reads.',
            ja: 'マートが読むデータセットを 1 つ以上選んでください。',
          },
        },
      ];
    }
    return spec.sources.flatMap(({ alias, dataset }, index): Finding[] => {
      const found = view.datasets.get(dataset);
      if (!found) {
        return [
          {
            rule: 'source-unknown',
            field: `sources.${index}`,
            message: {
              en: `The dataset behind "${shown(
                alias,
              )}" is not in the repository. Choose another one.`,
              ja: `「${shown(
                alias,
              )}」のデータセットがリポジトリにありません。別のものを選んでください。`,
            },
          },
        ];
      }
      const malformed = identifierFinding(
        alias,
        `sources.${index}.alias`,
        ALIAS,
        'source-alias',
      );
      if (malformed) {
        return [malformed];
      }
      return spec.sources.findIndex(source => source.alias === alias) < index
        ? [
            {
              rule: 'source-alias-duplicate',
              field: `sources.${index}.alias`,
              message: {
                en: `Two datasets have the short name "${alias}". Rename one of them.`,
                ja: `短い名前「${alias}」が重複しています。どちらかを変えてください。`,
              },
            },
          ]
        : [];
    });
  },
  passed: ({ spec, lookup }) => {
    const names = enumerated(
      spec.sources.flatMap(
        ({ alias }) => lookup.dataset(alias)?.input.name ?? [],
      ),
    );
    return {
      en: `The mart reads ${names.en}, which the repository has.`,
      ja: `リポジトリにある ${names.ja} を読みます。`,
    };
  },
};

/** The owner's group may read the datasets. */
export const accessRule: Rule = {
  name: 'source-access',
  field: 'sources',
  blocks: 'nothing',
  find: ({ spec, view, lookup }) => {
    const group = findGroup(view.project.groups, spec.owner)?.name;
    return spec.sources.flatMap(({ alias }, index): Finding[] => {
      const node = lookup.dataset(alias)?.node;
      return node?.access === 'private' && node.group !== group
        ? [
            {
              rule: 'source-private',
              field: `sources.${index}`,
              message: {
                en: `${shown(node.name)} is private to the group "${shown(
                  node.group ?? '',
                )}". Ask that group to open it, or choose another dataset.`,
                ja: `${shown(node.name)} はグループ「${shown(
                  node.group ?? '',
                )}」専用です。公開を依頼するか、別のデータセットを選んでください。`,
              },
            },
          ]
        : [];
    });
  },
  passed: () => undefined,
};

/** Advice on the choice of datasets. */
export const sourceAdviceRule: Rule = {
  name: 'source-advice',
  field: 'sources',
  blocks: 'nothing',
  find: ({ spec, lookup }) => [
    ...spec.sources.flatMap(({ alias }, index): Finding[] => {
      const input = lookup.dataset(alias)?.input;
      return input?.layer === 'raw'
        ? [
            {
              rule: 'source-raw',
              field: `sources.${index}`,
              severity: 'warning',
              message: {
                en: `${shown(
                  input.name,
                )} is raw data. A cleaned dataset is better, where there is one; a data engineer will look at this.`,
                ja: `${shown(
                  input.name,
                )} は生データです。整形済みのデータセットがあれば、そちらをお勧めします。データエンジニアが確認します。`,
              },
            },
          ]
        : [];
    }),
    ...(spec.sources.length >= MANY_SOURCES
      ? [
          {
            rule: 'sources-many',
            field: 'sources',
            severity: 'warning' as const,
            message: {
              en: `The mart joins ${spec.sources.length} datasets, which is hard to review. Two smaller marts may serve better.`,
              ja: `${spec.sources.length} 個のデータセットを結合しており、確認が難しくなります。2 つの小さなマートに分けることもご検討ください。`,
            },
          },
        ]
      : []),
  ],
  passed: () => undefined,
};
