import type { Target } from '@suido/backstage-plugin-data-requests-common';
import { enumerated } from '../generator/explanation/words';
import { partitioningOf } from '../generator/partition';
import { groupEntityRef } from '../repository/dbtGroups';
import type { RepositoryView } from '../repository/RepositoryView';

/** Groups that could own a mart, if the portal knows them. */
export function ownerCandidates({
  project,
}: Pick<RepositoryView, 'project'>): string[] {
  return [...new Set(project.groups.map(groupEntityRef))].sort();
}

/**
 * A target with its house rules, as a form needs them.
 * @param titles - of the groups that the portal knows
 */
export function describeTarget(
  view: RepositoryView,
  titles: ReadonlyMap<string, string>,
): Target {
  const { target, project } = view;
  const prefixes = project.layout.martPrefixes;
  const start =
    prefixes.length > 0 ? `(?=(?:${prefixes.join('|')})[a-z0-9])` : '';
  const names = enumerated(prefixes);
  return {
    id: target.id,
    title: target.title,
    kind: target.kind,
    repository: target.repository,
    baseBranch: target.baseBranch,
    martNamePattern: `^${start}[a-z][a-z0-9_]{0,62}$`,
    martNameRule:
      prefixes.length > 0
        ? {
            en: `Starts with ${names.en.replace(
              / and /,
              ' or ',
            )}; small letters, digits and underscores, at most 63.`,
            ja: `${names.ja} のいずれかで始め、英小文字・数字・アンダースコアで 63 文字以内にします。`,
          }
        : {
            en: 'Small letters, digits and underscores, starting with a letter, at most 63.',
            ja: '英小文字で始め、英小文字・数字・アンダースコアで 63 文字以内にします。',
          },
    partitioning: partitioningOf(target),
    domains: [...project.layout.domains],
    owners: ownerCandidates(view).flatMap(entityRef => {
      const title = titles.get(entityRef);
      return title === undefined ? [] : [{ entityRef, title }];
    }),
  };
}
