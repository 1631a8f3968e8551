import {
  emptyMartSpec,
  type DataRequestsClient,
  type MartSpec,
  type Target,
} from '@suido/backstage-plugin-data-requests-common';
import type { RevisedRequest } from '@suido/backstage-plugin-data-requests-react';
import { describeError } from '@suido/react-kit';
import { specFromDataset } from './specFromDataset';

/** What a visit of the form asked for. */
export interface FormVisit {
  readonly draftId: string;
  /** Whether this page made the id, so that no draft under it is no surprise. */
  readonly isNew: boolean;
  /** Key of the dataset to start from. */
  readonly dataset?: string;
  /** Id of the sent request that the form changes. */
  readonly revise?: string;
}

/** What the form starts with, or why it cannot. */
export type FormStart =
  | { readonly status: 'no-target' }
  | { readonly status: 'draft-missing' }
  | { readonly status: 'not-revisable' }
  | {
      readonly status: 'ready';
      readonly targets: readonly Target[];
      readonly spec: MartSpec;
      readonly step: number;
      readonly revision: number;
      readonly revises?: RevisedRequest;
      /** Set where no target lets a mart read the dataset asked for. */
      readonly unknownDataset?: string;
    };

type FormClient = Pick<
  DataRequestsClient,
  'listTargets' | 'listDatasets' | 'listDrafts' | 'getDraft' | 'getRequest'
>;

/**
 * Reads what the form starts with: the draft where it was saved, else the spec
 * of the request to change or one that reads the dataset asked for, else an
 * empty one.
 * @throws `ResponseError` where the API refuses or fails
 */
export async function loadForm(
  client: FormClient,
  visit: FormVisit,
): Promise<FormStart> {
  const [{ items: targets }, draft, request] = await Promise.all([
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
  const revises = request?.proposal && {
    id: request.id,
    headSha: request.proposal.headSha,
  };
  if (request && !(revises && request.abilities.update)) {
    return { status: 'not-revisable' };
  }
  if (draft) {
    const { spec, step, revision } = draft;
    return { status: 'ready', targets, spec, step, revision, revises };
  }
  if (!visit.isNew) {
    return { status: 'draft-missing' };
  }
  const start = { status: 'ready', targets, step: 0, revision: 0 } as const;
  if (request) {
    return { ...start, spec: request.spec, revises };
  }
  const empty = emptyMartSpec(firstTarget.id);
  if (!visit.dataset) {
    return { ...start, spec: empty };
  }
  const spec = await findSpec(client, targets, visit.dataset);
  return spec
    ? { ...start, spec }
    : { ...start, spec: empty, unknownDataset: visit.dataset };
}

async function findDraft(
  client: FormClient,
  { draftId: id, isNew }: FormVisit,
) {
  if (isNew) {
    // Most likely it was never saved: asking for it would be an error.
    const { items } = await client.listDrafts({});
    return items.find(draft => draft.id === id);
  }
  try {
    return await client.getDraft({ params: { id } });
  } catch (error) {
    if (error instanceof Error && describeError(error).kind === 'notFound') {
      return undefined;
    }
    throw error;
  }
}

async function findSpec(
  client: FormClient,
  targets: readonly Target[],
  key: string,
): Promise<MartSpec | undefined> {
  for (const target of targets) {
    const { items } = await client.listDatasets({
      params: { target: target.id },
    });
    const dataset = items.find(candidate => candidate.key === key);
    if (dataset) {
      return specFromDataset(target.id, dataset);
    }
  }
  return undefined;
}
