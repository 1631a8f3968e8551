import { tierSchema } from '@suido/vocabulary';
import { z } from 'zod';
import { martSpecSchema } from '../mart/MartSpec';
import { upgradeMartSpec } from '../mart/upgradeMartSpec';
import { requestStateSchema } from './states';
import { waitingSchema } from './waiting';

/** The spec of a request of any kind; later kinds join this union. @public */
export const requestSpecSchema = z.discriminatedUnion('kind', [martSpecSchema]);

/**
 * A spec from the store as this release knows it, whichever release wrote it.
 * @throws `ZodError` where it was written by a later release
 * @public
 */
export function readStoredSpec(stored: unknown): RequestSpec {
  return requestSpecSchema.parse(upgradeMartSpec(stored));
}

/** @public */
export const requestKindSchema = z.enum(['data-mart']);

/** The pull request that carries a request. @public */
export const proposalSummarySchema = z.object({
  /** Number of the pull request in its repository. */
  number: z.number().int(),
  url: z.string().optional(),
  branch: z.string(),
  headSha: z.string(),
  baseSha: z.string(),
  mergeSha: z.string().optional(),
});

/** @public */
export const requestSummarySchema = z.object({
  /** ULID. */
  id: z.string(),
  /** Short number for people. */
  number: z.number().int(),
  kind: requestKindSchema,
  target: z.string(),
  /** Name of the thing asked for: the mart's. */
  name: z.string(),
  title: z.string(),
  state: requestStateSchema,
  /** Why it stands in `failed` or `conflicted`. */
  stateReason: z.string().optional(),
  stateSince: z.iso.datetime(),
  requester: z.string(),
  owner: z.string(),
  tier: tierSchema,
  proposal: proposalSummarySchema.optional(),
  /** Key of the dataset that the request makes. */
  datasetKey: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** What the caller may do with a request now; the server decides again on use. @public */
export const requestAbilitiesSchema = z.object({
  comment: z.boolean(),
  approve: z.boolean(),
  requestChanges: z.boolean(),
  merge: z.boolean(),
  update: z.boolean(),
  withdraw: z.boolean(),
  /** Why not, in words, where one of the review acts is refused. */
  reasons: z.array(z.object({ en: z.string(), ja: z.string() })),
});

/** @public */
export const dataRequestSchema = z.object({
  ...requestSummarySchema.shape,
  spec: requestSpecSchema,
  specHash: z.string(),
  revision: z.number().int(),
  abilities: requestAbilitiesSchema,
  waiting: waitingSchema,
});

/** @public */
export type RequestKind = z.infer<typeof requestKindSchema>;
/** @public */
export type RequestSpec = z.infer<typeof requestSpecSchema>;
/** @public */
export type ProposalSummary = z.infer<typeof proposalSummarySchema>;
/** @public */
export type RequestSummary = z.infer<typeof requestSummarySchema>;
/** @public */
export type RequestAbilities = z.infer<typeof requestAbilitiesSchema>;
/** @public */
export type DataRequest = z.infer<typeof dataRequestSchema>;
