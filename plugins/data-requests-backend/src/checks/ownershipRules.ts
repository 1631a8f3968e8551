import {
  highestTier,
  type Tier,
  type UpdateFrequency,
} from '@suido/vocabulary';
import { enumerated, shown, TIER_WORDS } from '../generator/explanation/words';
import { findGroup, groupEntityRef } from '../repository/dbtGroups';
import type { CheckContext, Rule } from './Rule';

/** A group that both the repository and the portal know owns the mart. */
export const ownerRule: Rule = {
  name: 'owner',
  field: 'owner',
  blocks: 'nothing',
  find: ({ spec, view, knownGroups }) => {
    const owners = enumerated(view.project.groups.map(groupEntityRef));
    if (spec.owner.trim() === '') {
      return [
        {
          rule: 'owner-missing',
          field: 'owner',
          message: {
            en: 'Choose the group that answers for the mart.',
            ja: 'マートに責任を持つグループを選んでください。',
          },
        },
      ];
    }
    if (!findGroup(view.project.groups, spec.owner)) {
      return [
        {
          rule: 'owner-unknown',
          field: 'owner',
          message: {
            en: `"${shown(
              spec.owner,
            )}" is no group of the repository. Choose one of ${owners.en}.`,
            ja: `「${shown(
              spec.owner,
            )}」はリポジトリのグループではありません。次から選んでください：${
              owners.ja
            }`,
          },
        },
      ];
    }
    return knownGroups && !knownGroups.has(spec.owner.toLowerCase())
      ? [
          {
            rule: 'owner-not-in-portal',
            field: 'owner',
            message: {
              en: `The portal does not know "${shown(
                spec.owner,
              )}". Choose another group, or ask for it to be added to the catalog.`,
              ja: `ポータルに「${shown(
                spec.owner,
              )}」が登録されていません。別のグループを選ぶか、カタログへの登録を依頼してください。`,
            },
          },
        ]
      : [];
  },
  passed: ({ spec }) => ({
    en: `${spec.owner} owns the mart.`,
    ja: `マートのオーナーは ${spec.owner} です。`,
  }),
};

/** The mart goes into a folder that exists. */
export const domainRule: Rule = {
  name: 'domain',
  field: 'domain',
  blocks: 'files',
  find: ({ spec, view }) => {
    const domains = enumerated(view.project.layout.domains);
    if (spec.domain.trim() === '') {
      return [
        {
          rule: 'domain-missing',
          field: 'domain',
          message: {
            en: 'Choose the domain that the mart belongs to.',
            ja: 'マートが属するドメインを選んでください。',
          },
        },
      ];
    }
    return view.project.layout.domains.includes(spec.domain)
      ? []
      : [
          {
            rule: 'domain-unknown',
            field: 'domain',
            message: {
              en: `There is no domain "${shown(spec.domain)}". Choose one of ${
                domains.en
              }.`,
              ja: `ドメイン「${shown(
                spec.domain,
              )}」はありません。次から選んでください：${domains.ja}`,
            },
          },
        ];
  },
  passed: ({ spec }) => ({
    en: `The mart belongs to the domain ${spec.domain}.`,
    ja: `マートはドメイン ${spec.domain} に属します。`,
  }),
};

/** The lowest tier that the inputs of a spec allow. */
export function lowestTier({
  spec,
  lookup,
}: Pick<CheckContext, 'spec' | 'lookup'>): Tier {
  return highestTier(
    spec.sources.flatMap(({ alias }) => {
      const dataset = lookup.dataset(alias);
      return dataset ? [dataset.input.tier] : [];
    }),
  );
}

/** The mart is at least as sensitive as what it reads. */
export const tierRule: Rule = {
  name: 'tier',
  field: 'tier',
  blocks: 'nothing',
  find: context => {
    const lowest = lowestTier(context);
    return context.spec.tier >= lowest
      ? []
      : [
          {
            rule: 'tier-too-low',
            field: 'tier',
            message: {
              en: `The mart reads data of tier ${lowest} (${TIER_WORDS[lowest].en}), so it is at least tier ${lowest}. Raise the tier, or leave those data out.`,
              ja: `機密区分 ${lowest}（${TIER_WORDS[lowest].ja}）のデータを読むため、マートも ${lowest} 以上になります。区分を上げるか、そのデータを外してください。`,
            },
          },
        ];
  },
  passed: ({ spec }) =>
    spec.sources.length > 0
      ? {
          en: `Tier ${spec.tier} (${
            TIER_WORDS[spec.tier].en
          }) is not below that of any input.`,
          ja: `機密区分 ${spec.tier}（${
            TIER_WORDS[spec.tier].ja
          }）は、入力データの区分を下回っていません。`,
        }
      : undefined,
};

const SPEED: Readonly<Record<UpdateFrequency, number>> = {
  hourly: 4,
  daily: 3,
  weekly: 2,
  monthly: 1,
  'on-demand': 0,
};

/** The mart is not promised more often than its inputs are renewed. */
export const frequencyRule: Rule = {
  name: 'frequency',
  field: 'updateFrequency',
  blocks: 'nothing',
  find: ({ spec, lookup }) =>
    spec.sources.flatMap(({ alias }) => {
      const input = lookup.dataset(alias)?.input;
      return input?.updateFrequency !== undefined &&
        SPEED[input.updateFrequency] < SPEED[spec.updateFrequency]
        ? [
            {
              rule: 'frequency-faster-than-input',
              field: 'updateFrequency',
              severity: 'warning' as const,
              message: {
                en: `${shown(
                  input.name,
                )} is renewed less often than the mart would be; its values would not change in between.`,
                ja: `${shown(
                  input.name,
                )} の更新はマートより少ないため、その間は値が変わりません。`,
              },
            },
          ]
        : [];
    }),
  passed: () => undefined,
};
