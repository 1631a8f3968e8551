import {
  emptyMartSpec,
  type DataRequestsClient,
  type MartSpec,
  type Target,
} from '@suido/backstage-plugin-data-requests-common';
import type { RevisedRequest } from '@suido/backstage-plugin-data-requests-react';
import { describeError } from '@suido/react-kit';
import type { Language } from '@suido/vocabulary';
import { findStart, type StartClient, type StartNotice } from './findStart';
import { startFromLink } from './startFromLink';

/** What a visit of the form asked for. */
export interface FormVisit {
  readonly draftId: string;
  /** Whether this page made the id, so that no draft under it is no surprise. */
  readonly isNew: boolean;
  /** Key of the dataset to start from. */
  readonly dataset?: string;
  /** Key of the mart to start with a copy of. */
  readonly mart?: string;
  /** Id of the request to start with a copy of. */
  readonly copy?: string;
  /** Id of the sent request that the form changes. */
  readonly revise?: string;
  /** What else the address says. */
  readonly params: URLSearchParams;
  readonly language: Language;
}

/** What the form starts with, or why it cannot. */
export type FormStart =
  | { readonly status: 'no-target' }
  | { readonly status: 'draft-missing' }
  /** A newer release of the portal wrote the draft; it says so in words. */
  | { readonly status: 'draft-newer'; readonly message: string }
  | { readonly status: 'not-revisable' }
  | {
      readonly status: 'ready';
      readonly targets: readonly Target[];
      readonly spec: MartSpec;
      readonly step: number;
      readonly revision: number;
      readonly revises?: RevisedRequest;
      readonly notices: readonly StartNotice[];
    };

type FormClient = StartClient &
  Pick<DataRequestsClient, 'listTargets' | 'listDrafts' | 'getDraft'>;

/**
 * Reads what the form starts with: the draft where it was saved, else the spec
 * of the request to change, else what the address asks for.
 * @throws `ResponseError` where the API refuses or fails
 */
export async function loadForm(
  client: FormClient,
  visit: FormVisit,
): Promise<FormStart> {
  const [{ items: targets }, found, request] = await Promise.all([
    client.listTargets({}),
    findDraft(client, visit),
    visit.revise
      ? client.getRequest({ params: { id: visit.revise } })
      : undefined,
  ]);
  const [firstTarget] = targets;
  if (!firstTarget) {
    return { status: 'no-target' };
  }
  if ('newer' in found) {
    return { status: 'draft-newer', message: found.newer };
  }
  const revises = request?.proposal && {
    id: request.id,
    headSha: request.proposal.headSha,
  };
  if (request && !(revises && request.abilities.update)) {
    return { status: 'not-revisable' };
  }
  const ready = { status: 'ready', targets, revises } as const;
  if (found.draft) {
    const { spec, step, revision } = found.draft;
    return { ...ready, spec, step, revision, notices: [] };
  }
  if (!visit.isNew) {
    return { status: 'draft-missing' };
  }
  const start = { ...ready, step: 0, revision: 0 };
  if (request) {
    return { ...start, spec: request.spec, notices: [] };
  }
  const { spec, notices } = (await findStart(client, targets, visit)) ?? {
    spec: emptyMartSpec(firstTarget.id),
    notices: [],
  };
  const link = startFromLink(
    spec,
    visit.params,
    targets.find(({ id }) => id === spec.target),
    visit.language,
  );
  return {
    ...start,
    spec: link.spec,
    notices:
      link.ignored.length > 0
        ? [...notices, { kind: 'link-ignored', fields: link.ignored }]
        : notices,
  };
}

async function findDraft(
  client: FormClient,
  { draftId: id, isNew }: FormVisit,
): Promise<
  | { readonly draft?: Awaited<ReturnType<FormClient['getDraft']>> }
  | { readonly newer: string }
> {
  if (isNew) {
    // Most likely it was never saved: asking for it would be an error.
    const { items } = await client.listDrafts({});
    return { draft: items.find(draft => draft.id === id) };
  }
  try {
    return { draft: await client.getDraft({ params: { id } }) };
  } catch (error) {
    const { kind, message } = describeError(error);
    switch (kind) {
      case 'notFound':
        return {};
      // Reading is refused as a conflict for this reason only.
      case 'conflict':
        return { newer: message };
      default:
        throw error;
    }
  }
}
