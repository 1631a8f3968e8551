import type { CommitObject } from 'isomorphic-git';
import type { GitRepository } from './GitRepository';

/** A commit with its id. */
export interface GitCommit extends CommitObject {
  readonly sha: string;
}

interface Walked {
  readonly commit: GitCommit;
  isExcluded: boolean;
}

/**
 * The commits that one commit has and another has not, as `git rev-list
 * --topo-order --reverse excluded..included` lists them: parents first.
 *
 * @remarks
 * Both histories are walked together, newest first, until only what both have
 * is left. So the cost follows the length of the branch and the age of its
 * fork, not the length of the history. As in git, a parent that claims to be
 * much younger than its child could be listed too much.
 */
export async function commitsBetween(
  repository: GitRepository,
  excluded: string,
  included: string,
): Promise<GitCommit[]> {
  const walked = new Map<string, Walked>();
  const queue = new Set<Walked>();
  const reach = async (sha: string, isExcluded: boolean): Promise<void> => {
    const known = walked.get(sha);
    if (known) {
      if (isExcluded && !known.isExcluded) {
        known.isExcluded = true;
        queue.add(known);
      }
      return;
    }
    const commit = { sha, ...(await repository.commit(sha)) };
    const next = { commit, isExcluded };
    walked.set(sha, next);
    queue.add(next);
  };

  await reach(excluded, true);
  await reach(included, false);
  while ([...queue].some(({ isExcluded }) => !isExcluded)) {
    const newest = [...queue].reduce((one, other) =>
      timeOf(other) > timeOf(one) ? other : one,
    );
    queue.delete(newest);
    for (const parent of newest.commit.parent) {
      await reach(parent, newest.isExcluded);
    }
  }
  const found = new Map(
    [...walked].flatMap(([sha, { commit, isExcluded }]) =>
      isExcluded ? [] : [[sha, commit] as const],
    ),
  );
  return parentsFirst(found, included);
}

function timeOf({ commit }: Walked): number {
  return commit.committer.timestamp;
}

function parentsFirst(
  commits: ReadonlyMap<string, GitCommit>,
  head: string,
): GitCommit[] {
  const ordered = new Map<string, GitCommit>();
  const open: { sha: string; isEntered: boolean }[] = [
    { sha: head, isEntered: false },
  ];
  for (let at = open.pop(); at; at = open.pop()) {
    const { sha, isEntered } = at;
    const commit = commits.get(sha);
    if (!commit || ordered.has(sha)) {
      continue;
    }
    if (isEntered) {
      ordered.set(sha, commit);
    } else {
      // The first parent last, so that it is taken first.
      open.push({ sha, isEntered: true });
      for (const parent of [...commit.parent].reverse()) {
        open.push({ sha: parent, isEntered: false });
      }
    }
  }
  return [...ordered.values()];
}
