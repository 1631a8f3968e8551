import type {
  ForgeActor,
  Proposal,
  ProposeInput,
} from '@suido/backstage-plugin-data-requests-node';
import type { ForgeCall } from './forgeChild';
import type { LocalForgeHarness } from './localForgeHarness';

/** Something that people do to a proposal, and that may be cut short anywhere. */
export interface ForgeAct {
  readonly name: ForgeCall['call'];
  /** Makes what it is done to, and says how. */
  prepare(harness: LocalForgeHarness, key: string): Promise<ForgeCall>;
  readonly status: Proposal['status'];
  readonly verdicts: readonly string[];
  /** Of the proposal's file at its head. */
  readonly content: string;
  /** Commits that the portal made for it. */
  readonly commitCount: number;
}

export const AUTHOR = person('author');
export const OWNER = person('owner');

function person(name: string): ForgeActor {
  const userEntityRef = `user:default/${name}`;
  return {
    userEntityRef,
    displayName: name,
    ownershipEntityRefs: [userEntityRef, 'group:default/sales'],
  };
}

/** The file that the proposal of a key makes. */
export function pathOf(key: string): string {
  return `models/marts/sales/${key}.sql`;
}

export function branchOf(key: string): string {
  return `suido/mart/${key}`;
}

export function inputOf(key: string, content = 'select 1\n'): ProposeInput {
  return {
    idempotencyKey: key,
    branch: branchOf(key),
    title: `Add ${key}`,
    body: '',
    commitMessage: `Add ${key}`,
    files: [{ action: 'create', path: pathOf(key), content }],
    author: AUTHOR,
    coAuthors: [],
  };
}

export async function approve(
  { forge, repository }: Pick<LocalForgeHarness, 'forge' | 'repository'>,
  { number, headSha }: Proposal,
): Promise<Proposal> {
  return await forge.review(repository, number, {
    actor: OWNER,
    verdict: 'approve',
    body: 'Good',
    expectedHead: headSha,
  });
}

async function propose(
  { forge, repository }: Pick<LocalForgeHarness, 'forge' | 'repository'>,
  key: string,
): Promise<Proposal> {
  return await forge.propose(repository, inputOf(key));
}

/** Everything that writes to the repository or to the tables. */
export const FORGE_ACTS: readonly ForgeAct[] = [
  {
    name: 'propose',
    async prepare({ repository }, key) {
      return { call: 'propose', args: [repository, inputOf(key)] };
    },
    status: 'open',
    verdicts: [],
    content: 'select 1\n',
    commitCount: 1,
  },
  {
    name: 'update',
    async prepare(harness, key) {
      const { number, headSha } = await propose(harness, key);
      // The base moved on, so the update is a merge of it.
      await harness.commitOutside('main', { 'README.md': `${key}\n` });
      const input = { ...inputOf(key, 'select 2\n'), expectedHead: headSha };
      return { call: 'update', args: [harness.repository, number, input] };
    },
    status: 'open',
    verdicts: [],
    content: 'select 2\n',
    commitCount: 2,
  },
  {
    name: 'commit',
    async prepare({ forge, repository }, key) {
      const { number, headSha } = await propose({ forge, repository }, key);
      const suggestedBy = OWNER.userEntityRef;
      const comment = await forge.comment(repository, number, {
        actor: OWNER,
        body: 'Better so',
        anchor: { path: pathOf(key), line: 1 },
        suggestion: 'select 3',
      });
      const input = {
        files: [{ path: pathOf(key), content: 'select 3\n' }],
        actor: AUTHOR,
        suggestion: { comment: comment.id, suggestedBy },
        commitMessage: 'Apply it',
        expectedHead: headSha,
      };
      return { call: 'commit', args: [repository, number, input] };
    },
    status: 'open',
    verdicts: [],
    content: 'select 3\n',
    commitCount: 1,
  },
  {
    name: 'review',
    async prepare(harness, key) {
      const { number, headSha } = await propose(harness, key);
      const input = {
        actor: OWNER,
        verdict: 'approve' as const,
        body: 'Good',
        expectedHead: headSha,
      };
      return { call: 'review', args: [harness.repository, number, input] };
    },
    status: 'open',
    verdicts: ['approve'],
    content: 'select 1\n',
    commitCount: 1,
  },
  {
    name: 'merge',
    async prepare(harness, key) {
      const proposal = await propose(harness, key);
      await approve(harness, proposal);
      await harness.commitOutside('main', { 'README.md': `${key}\n` });
      const { number, headSha } = proposal;
      const input = { actor: OWNER, expectedHead: headSha };
      return { call: 'merge', args: [harness.repository, number, input] };
    },
    status: 'merged',
    verdicts: ['approve'],
    content: 'select 1\n',
    commitCount: 2,
  },
  {
    name: 'close',
    async prepare(harness, key) {
      const { number } = await propose(harness, key);
      const input = { actor: AUTHOR };
      return { call: 'close', args: [harness.repository, number, input] };
    },
    status: 'closed',
    verdicts: [],
    content: 'select 1\n',
    commitCount: 1,
  },
];
