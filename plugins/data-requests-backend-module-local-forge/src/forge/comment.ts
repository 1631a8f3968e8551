import { isDeepStrictEqual } from 'node:util';
import { InputError } from '@backstage/errors';
import type {
  CommentInput,
  ForgeComment,
} from '@suido/backstage-plugin-data-requests-node';
import type { ProposalStore, StoredProposal } from '../database/ProposalStore';
import { normalRef } from './ForgeContext';
import { validateText } from './proposalView';

/**
 * Keeps what somebody says, with the head that they say it of. Their last
 * words once more are a repetition after a lost answer: they count once.
 * @throws `InputError` for an answer to what nobody said on this proposal
 */
export async function comment(
  store: ProposalStore,
  proposal: StoredProposal,
  { actor, body, anchor, inReplyTo, suggestion }: CommentInput,
): Promise<ForgeComment> {
  validateText({ body, path: anchor?.path, suggestion });
  if (
    inReplyTo !== undefined &&
    !(await isCommentOf(store, proposal, inReplyTo))
  ) {
    throw new InputError(
      `inReplyTo: proposal ${proposal.number} has no comment ${JSON.stringify(
        inReplyTo,
      )}; answer one that it has, or leave this out`,
    );
  }
  const said = {
    actor: normalRef(actor.userEntityRef),
    body,
    anchor,
    inReplyTo,
    suggestion,
    headSha: proposal.headSha,
  };
  const last = (await store.comments(proposal)).findLast(
    each => each.actor === said.actor,
  );
  return last && isDeepStrictEqual(wordsOf(last), wordsOf(said))
    ? last
    : await store.addComment(proposal.id, said);
}

function wordsOf(said: Omit<ForgeComment, 'id' | 'at'>) {
  const { body, anchor, inReplyTo, suggestion, headSha } = said;
  const { path, line, endLine } = anchor ?? {};
  return [body, path, line, endLine, inReplyTo, suggestion, headSha];
}

async function isCommentOf(
  store: ProposalStore,
  proposal: StoredProposal,
  id: string,
): Promise<boolean> {
  return (
    /^[1-9]\d{0,17}$/.test(id) && (await store.hasComment(proposal.id, id))
  );
}
