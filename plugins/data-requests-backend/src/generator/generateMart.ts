import type {
  ChangeSet,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import type { RepositoryView } from '../repository/RepositoryView';
import { contentHash } from './contentHash';
import { explainMart } from './explanation/explainMart';
import { martFiles } from './martFiles';
import { resolveMart } from './resolveMart';

/**
 * From a spec to all that its pull request changes: the one function behind
 * preview, pull request and later edit.
 *
 * @throws `InputError` for a spec whose checks fail in what a file needs
 */
export function generateMart(spec: MartSpec, view: RepositoryView): ChangeSet {
  const mart = resolveMart(spec, view);
  const files = [...martFiles(spec, mart, view)];
  return {
    title: martTitle(spec),
    files,
    explanation: [...explainMart(spec, mart, view.target.dialect)],
    hash: contentHash(files),
  };
}

/** Title of the pull request and subject of its commit. */
export function martTitle(spec: Pick<MartSpec, 'name'>): string {
  return `Add mart ${spec.name}`;
}
