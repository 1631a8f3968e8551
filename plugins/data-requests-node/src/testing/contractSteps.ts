import type { FileChange } from '@suido/backstage-plugin-data-requests-common';
import assert from 'node:assert/strict';
import type { ForgeActor, Proposal, ProposeInput } from '../Forge';
import { FORGE_CONTRACT_SEED, type ForgeHarness } from './ForgeHarness';

/** A person who is in these groups now. */
export function withGroups(
  name: string,
  groups: readonly string[],
): ForgeActor {
  const userEntityRef = `user:default/${name}`;
  return {
    userEntityRef,
    displayName: name,
    ownershipEntityRefs: [
      userEntityRef,
      ...groups.map(group => `group:default/${group}`),
    ],
  };
}

/** The people of the contract tests. */
export const people = {
  author: withGroups('author', ['sales']),
  coAuthor: withGroups('co-author', ['sales', 'product']),
  owner: withGroups('owner', ['sales']),
  otherOwner: withGroups('other-owner', ['sales']),
  productOwner: withGroups('product-owner', ['product']),
  stranger: withGroups('stranger', ['marketing']),
} as const;

export const ORDERS = 'models/marts/sales/orders.sql';
export const STOCK = 'models/marts/product/stock.sql';

export const NEW_MART = 'models/marts/sales/new_mart.sql';
export const SHARED = 'models/marts/shared/both.sql';

export function createFile(path: string, content = 'select 1\n'): FileChange {
  return { action: 'create', path, content };
}

export function updateFile(path: string, content: string): FileChange {
  const previousContent = FORGE_CONTRACT_SEED[path];
  return { action: 'update', path, content, previousContent };
}

/** A proposal's input with its own key and branch. */
export function proposeInput(
  id: string,
  files: readonly FileChange[],
  more: Partial<ProposeInput> = {},
): ProposeInput {
  return {
    idempotencyKey: `key-${id}`,
    branch: `suido/mart/${id}`,
    title: `Add ${id}`,
    body: 'Why: 売上を見るため',
    commitMessage: `Add ${id}`,
    files,
    author: people.author,
    coAuthors: [],
    ...more,
  };
}

export async function approve(
  { forge, repository }: ForgeHarness,
  proposal: Proposal,
  by: ForgeActor = people.owner,
): Promise<Proposal> {
  return await forge.review(repository, proposal.number, {
    actor: by,
    verdict: 'approve',
    body: '',
    expectedHead: proposal.headSha,
  });
}

export async function mergeAs(
  { forge, repository }: ForgeHarness,
  proposal: Proposal,
  by: ForgeActor = people.owner,
): Promise<Proposal> {
  return await forge.merge(repository, proposal.number, {
    actor: by,
    expectedHead: proposal.headSha,
  });
}

export async function approveAndMerge(
  harness: ForgeHarness,
  proposal: Proposal,
): Promise<Proposal> {
  await approve(harness, proposal);
  return await mergeAs(harness, proposal);
}

/** All files of a ref, by path. */
export async function contentsOf(
  { forge, repository }: ForgeHarness,
  ref?: string,
): Promise<Record<string, string | undefined>> {
  const snapshot = await forge.snapshot(repository, ref);
  const contents: Record<string, string | undefined> = {};
  for (const { path } of await snapshot.list()) {
    contents[path] = await snapshot.read(path);
  }
  return contents;
}

/** Fails unless the promise ends in that error with those words in it. */
export async function refused(
  name: 'ConflictError' | 'InputError' | 'NotAllowedError' | 'NotFoundError',
  promise: Promise<unknown>,
  ...words: string[]
): Promise<void> {
  const error: unknown = await promise.then(
    () => assert.fail(`Expected ${name}, but it went through`),
    reason => reason,
  );
  assert(error instanceof Error);
  assert.equal(error.name, name, error.message);
  for (const word of words) {
    assert(error.message.includes(word), `"${error.message}" lacks "${word}"`);
  }
}
