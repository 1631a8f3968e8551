import {
  emptyMartSpec,
  type DataRequest,
  type DataRequestsClient,
  type InputDataset,
  type MartSpec,
  type Target,
} from '@suido/backstage-plugin-data-requests-common';
import { describeError } from '@suido/react-kit';
import { copyOfMart } from './copyOfMart';
import { specOfColumns, specOfDataset } from './specOfDataset';
import type { LinkField } from './startFromLink';

/** What an author should know of how the form starts. */
export type StartNotice =
  /** No target lets a mart read the dataset asked for. */
  | { readonly kind: 'unknown-dataset'; readonly dataset: string }
  | {
      readonly kind: 'copied';
      readonly name: string;
      readonly number: number;
    }
  /** The request to copy is not there, or not for this reader. */
  | { readonly kind: 'copy-missing' }
  /** No request made the mart: its columns are read instead. */
  | { readonly kind: 'not-made-here'; readonly name: string }
  | { readonly kind: 'link-ignored'; readonly fields: readonly LinkField[] };

/** What a form starts with, and what to say about it. */
export interface Start {
  readonly spec: MartSpec;
  readonly notices: readonly StartNotice[];
}

/** The part of the API that beginnings need. */
export type StartClient = Pick<
  DataRequestsClient,
  'listDatasets' | 'listRequests' | 'getRequest'
>;

/** Where an address asks a form to begin. */
export interface WantedStart {
  readonly copy?: string;
  readonly mart?: string;
  readonly dataset?: string;
}

/**
 * The spec to start with: a copy of a request, a copy of the mart that a
 * request made, or one that reads a dataset. What cannot be had becomes an
 * empty form that says so.
 * @returns `undefined` where nothing was asked for
 */
export async function findStart(
  client: StartClient,
  targets: readonly Target[],
  wanted: WantedStart,
): Promise<Start | undefined> {
  const empty = emptyMartSpec(targets[0]?.id ?? '');
  if (wanted.copy) {
    const request = await readIfAllowed(() =>
      client.getRequest({ params: { id: wanted.copy ?? '' } }),
    );
    return request
      ? copied(request)
      : { spec: empty, notices: [{ kind: 'copy-missing' }] };
  }
  if (wanted.mart) {
    const request = await findMaker(client, wanted.mart);
    return request
      ? copied(request)
      : fromDataset(client, targets, wanted.mart, (target, dataset) => ({
          spec: specOfColumns(target, dataset),
          notices: [{ kind: 'not-made-here', name: dataset.name }],
        }));
  }
  return wanted.dataset
    ? fromDataset(client, targets, wanted.dataset, (target, dataset) => ({
        spec: specOfDataset(target, dataset),
        notices: [],
      }))
    : undefined;

  function copied(request: DataRequest): Start {
    const { spec, name, number } = request;
    const isKnown = targets.some(({ id }) => id === spec.target);
    return {
      spec: { ...copyOfMart(spec), ...(!isKnown && { target: empty.target }) },
      notices: [{ kind: 'copied', name, number }],
    };
  }
}

/** The newest request that was merged and makes the dataset. */
async function findMaker(
  client: StartClient,
  dataset: string,
): Promise<DataRequest | undefined> {
  const found = await readIfAllowed(() =>
    client.listRequests({
      query: { dataset, state: ['merged', 'deployed'], limit: 1 },
    }),
  );
  const [newest] = found?.items ?? [];
  return (
    newest &&
    readIfAllowed(() => client.getRequest({ params: { id: newest.id } }))
  );
}

async function fromDataset(
  client: StartClient,
  targets: readonly Target[],
  key: string,
  start: (target: string, dataset: InputDataset) => Start,
): Promise<Start> {
  for (const target of targets) {
    const { items } = await client.listDatasets({
      params: { target: target.id },
    });
    const dataset = items.find(candidate => candidate.key === key);
    if (dataset) {
      return start(target.id, dataset);
    }
  }
  return {
    spec: emptyMartSpec(targets[0]?.id ?? ''),
    notices: [{ kind: 'unknown-dataset', dataset: key }],
  };
}

/** `undefined` for what is not there, not for this reader, or no such id. */
async function readIfAllowed<T>(
  read: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    const { kind } = describeError(error);
    if (kind === 'notFound' || kind === 'forbidden' || kind === 'invalid') {
      return undefined;
    }
    throw error;
  }
}
