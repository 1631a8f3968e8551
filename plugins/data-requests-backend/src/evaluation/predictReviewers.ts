import { ownersOf } from '@suido/codeowners';
import type {
  FileChange,
  PredictedReviewer,
} from '@suido/backstage-plugin-data-requests-common';
import type { Forge } from '@suido/backstage-plugin-data-requests-node';
import type { RepositoryView } from '../repository/RepositoryView';

/**
 * Whose approval CODEOWNERS of the base branch asks for. Files that it gives
 * to nobody go to the target's fallback.
 */
export async function predictReviewers(
  files: readonly FileChange[],
  view: Pick<RepositoryView, 'codeowners' | 'target'>,
  forge: Pick<Forge, 'resolveOwner'>,
): Promise<PredictedReviewer[]> {
  const reviewers = new Map<string, PredictedReviewer>();
  const add = (
    handle: string,
    pattern: string,
    path: string,
    entityRef: string | undefined,
  ) => {
    const key = `${handle}\n${pattern}`;
    const known = reviewers.get(key);
    reviewers.set(key, {
      handle,
      pattern,
      ...(entityRef === undefined ? {} : { entityRef }),
      paths: [...(known?.paths ?? []), path],
    });
  };
  const entities = new Map<string, string | undefined>();
  for (const { path } of files) {
    const owned = ownersOf(view.codeowners, path);
    for (const handle of owned?.owners ?? []) {
      if (!entities.has(handle)) {
        entities.set(handle, await forge.resolveOwner(handle));
      }
      add(handle, owned?.pattern ?? '', path, entities.get(handle));
    }
    if (!owned || owned.owners.length === 0) {
      for (const entityRef of view.target.reviewersFallback) {
        add(entityRef, owned?.pattern ?? '', path, entityRef);
      }
    }
  }
  return [...reviewers.values()];
}
