import { EntityName } from '../../states/EntityName';

const ENTITY_REF = /^[a-z]+:[^/\s]+\/[^/\s]+$/i;

/** Who made a commit: known to the portal, or only by the name in git. */
export function CommitAuthor({ author }: { readonly author: string }) {
  return ENTITY_REF.test(author) ? (
    <EntityName entityRef={author} />
  ) : (
    <span>{author}</span>
  );
}
