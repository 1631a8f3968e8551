import { identifierFinding } from './identifierFinding';
import type { CheckContext, Finding, Rule } from './Rule';

const MART = { en: 'The mart', ja: 'マート' };

/** The name is well formed, follows the house's prefixes and is free. */
export const nameRule: Rule = {
  name: 'name',
  field: 'name',
  blocks: 'files',
  find: context => {
    const { name } = context.spec;
    const malformed = identifierFinding(name, 'name', MART, 'name');
    if (malformed) {
      return [malformed];
    }
    return [...findPrefix(context), ...findTaken(context)];
  },
  passed: ({ spec }) => ({
    en: `The name "${spec.name}" follows the convention and is free.`,
    ja: `名前「${spec.name}」は命名規則に沿っており、まだ使われていません。`,
  }),
};

function findPrefix({ spec, view }: CheckContext): readonly Finding[] {
  const { martPrefixes } = view.project.layout;
  const prefix = martPrefixes.find(start => spec.name.startsWith(start));
  if (
    martPrefixes.length === 0 ||
    (prefix !== undefined && spec.name.length > prefix.length)
  ) {
    return [];
  }
  const rest = spec.name.replace(/^[a-z]+_$/, '') || 'daily_sales';
  return [
    {
      rule: 'name-convention',
      field: 'name',
      message: {
        en: `Marts of this repository start with ${martPrefixes.join(
          ' or ',
        )}: try "${martPrefixes[0]}${rest}".`,
        ja: `このリポジトリのマート名は ${martPrefixes.join(
          '、',
        )} のいずれかで始めます。「${
          martPrefixes[0]
        }${rest}」のようにしてください。`,
      },
    },
  ];
}

function findTaken({ spec, view }: CheckContext): readonly Finding[] {
  const taken = view.project.nodes.find(
    node =>
      node.kind !== 'source' &&
      node.name.toLowerCase() === spec.name.toLowerCase(),
  );
  return taken
    ? [
        {
          rule: 'name-taken',
          field: 'name',
          message: {
            en: `"${spec.name}" is already in the repository (${taken.path}). Use that one, or choose another name.`,
            ja: `「${spec.name}」はすでにリポジトリにあります（${taken.path}）。そちらを使うか、別の名前にしてください。`,
          },
        },
      ]
    : [];
}
