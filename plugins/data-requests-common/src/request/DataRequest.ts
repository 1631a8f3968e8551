import { tierSchema } from '@suido/vocabulary';
import { z } from 'zod';
import { martSpecSchema } from '../mart/MartSpec';

/**
 * Every state that a request of any kind can be in.
 *
 * @remarks
 * A mart goes checking → in-review → (changes-requested → in-review)* →
 * approved → merged → deployed, or leaves by withdrawn, lapsed, conflicted,
 * failed. `granted`, `expired`, `revoked` belong to access requests; a draft
 * is not yet a request.
 * @public
 */
export const REQUEST_STATES = [
  'draft',
  'checking',
  'in-review',
  'changes-requested',
  'approved',
  'merged',
  'deployed',
  'granted',
  'expired',
  'revoked',
  'withdrawn',
  'lapsed',
  'conflicted',
  'failed',
] as const;

/** @public */
export const requestStateSchema = z.enum(REQUEST_STATES);

/** States in which somebody still has something to do. @public */
export const OPEN_STATES = [
  'checking',
  'in-review',
  'changes-requested',
  'approved',
  'conflicted',
  'failed',
] as const satisfies readonly RequestState[];

/** States in which a reviewer may act on the pull request. @public */
export const REVIEWABLE_STATES = [
  'in-review',
  'changes-requested',
  'approved',
  'conflicted',
] as const satisfies readonly RequestState[];

/** The spec of a request of any kind; later kinds join this union. @public */
export const requestSpecSchema = z.discriminatedUnion('kind', [martSpecSchema]);

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
});

/** @public */
export type RequestState = z.infer<typeof requestStateSchema>;
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
