import { z } from 'zod';

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

/** @public */
export type RequestState = z.infer<typeof requestStateSchema>;
