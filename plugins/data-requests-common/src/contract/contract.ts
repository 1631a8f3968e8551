import { defineContract } from '@suido/http-contract';
import { z } from 'zod';
import {
  fileChangeSchema,
  checkSchema,
  localizedTextSchema,
  predictedReviewerSchema,
} from '../changes/ChangeSet';
import { inputDatasetSchema } from '../changes/dataset';
import { previewSchema, sampleSchema } from '../changes/Preview';
import { targetSchema } from '../changes/Target';
import { martUnitTestSchema } from '../mart/MartSpec';
import { requestCommitSchema, requestEffectSchema } from '../request/commits';
import {
  dataRequestSchema,
  requestSpecSchema,
  requestSummarySchema,
} from '../request/DataRequest';
import { draftSchema } from '../request/draft';
import { duplicateSchema } from '../request/duplicates';
import { requestStateSchema } from '../request/states';
import {
  newCommentSchema,
  reviewVerdictSchema,
  timelineEntrySchema,
} from '../request/timeline';

const requestParams = z.object({ id: z.ulid() });
const gitSha = z.string().regex(/^[0-9a-f]{40}$/, 'must be a full commit id');

/** Filters of the list that stand for many states. @public */
export const requestListSchema = z.object({
  /** `mine`: asked or written by the caller; `to-review`: waits for the caller's review. */
  view: z.enum(['all', 'mine', 'to-review']).default('all'),
  state: z.union([requestStateSchema, z.array(requestStateSchema)]).optional(),
  /** Only requests that make this dataset. */
  dataset: z.string().max(63).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

/** The HTTP API of data-requests. @public */
export const dataRequestsContract = defineContract({
  pluginId: 'data-requests',
  title: 'Suido data requests',
  version: '1.0.0',
  operations: {
    listTargets: {
      method: 'get',
      path: '/v1/targets',
      summary: 'Repositories that requests may change, with their house rules',
      permission: 'data-requests.request.create',
      status: 200,
      response: z.object({ items: z.array(targetSchema) }),
    },
    listDatasets: {
      method: 'get',
      path: '/v1/targets/{target}/datasets',
      summary: 'Datasets that a mart of this target may read',
      permission: 'data-requests.request.create',
      params: z.object({ target: z.string().max(63) }),
      status: 200,
      response: z.object({ items: z.array(inputDatasetSchema) }),
    },
    preview: {
      method: 'post',
      path: '/v1/preview',
      summary: 'Checks, sample rows and files of a spec; changes nothing',
      permission: 'data-requests.request.create',
      body: z.object({
        spec: requestSpecSchema,
        /** A sent request that the spec revises; it is no duplicate of itself. */
        revises: z.ulid().optional(),
      }),
      status: 200,
      response: previewSchema,
    },
    findDuplicates: {
      method: 'post',
      path: '/v1/duplicates',
      summary:
        'Existing marts, and open requests that the caller may read, that look like a spec; most alike first',
      permission: 'data-requests.request.create',
      body: z.object({
        spec: requestSpecSchema,
        /** A sent request that the spec revises; it is no duplicate of itself. */
        revises: z.ulid().optional(),
      }),
      status: 200,
      response: z.object({ items: z.array(duplicateSchema) }),
    },
    proposeUnitTest: {
      method: 'post',
      path: '/v1/unit-test',
      summary:
        'A few sample rows and what the mart makes of them, for the author to confirm',
      permission: 'data-requests.request.create',
      body: z.object({ spec: requestSpecSchema }),
      status: 200,
      response: z.discriminatedUnion('status', [
        z.object({
          status: z.literal('available'),
          unitTest: martUnitTestSchema,
        }),
        z.object({
          status: z.literal('unavailable'),
          reason: localizedTextSchema,
        }),
      ]),
    },
    listDrafts: {
      method: 'get',
      path: '/v1/drafts',
      summary: "The caller's drafts, newest first",
      permission: 'data-requests.request.create',
      status: 200,
      response: z.object({ items: z.array(draftSchema) }),
    },
    getDraft: {
      method: 'get',
      path: '/v1/drafts/{id}',
      summary: "One of the caller's drafts",
      permission: 'data-requests.request.create',
      params: requestParams,
      status: 200,
      response: draftSchema,
    },
    saveDraft: {
      method: 'put',
      path: '/v1/drafts/{id}',
      summary: 'Creates (revision 0) or replaces a draft of the caller',
      permission: 'data-requests.request.create',
      params: requestParams,
      body: z.object({
        /** The revision that this save was made from; 0 for a new draft. */
        revision: z.number().int().min(0),
        spec: requestSpecSchema,
        step: z.number().int().min(0).max(20),
      }),
      status: 200,
      response: draftSchema,
    },
    deleteDraft: {
      method: 'delete',
      path: '/v1/drafts/{id}',
      summary: 'Throws a draft of the caller away',
      permission: 'data-requests.request.create',
      params: requestParams,
      status: 204,
    },
    useInstead: {
      method: 'post',
      path: '/v1/drafts/{id}/use-instead',
      summary:
        'Ends a draft because something that exists serves as well, and records it',
      permission: 'data-requests.request.create',
      params: requestParams,
      body: z.object({
        /** As `findDuplicates` names it. */
        subject: z.string().regex(/^(dataset|request):[A-Za-z0-9-]{1,63}$/),
      }),
      status: 204,
    },
    submit: {
      method: 'post',
      path: '/v1/requests',
      summary:
        'Sends a request; sending the same draft again answers the same request',
      permission: 'data-requests.request.create',
      body: z.object({ draftId: z.ulid(), spec: requestSpecSchema }),
      status: 202,
      response: dataRequestSchema,
    },
    listRequests: {
      method: 'get',
      path: '/v1/requests',
      summary: 'Requests that the caller may see, newest first',
      permission: 'data-requests.request.read',
      query: requestListSchema,
      status: 200,
      response: z.object({
        items: z.array(requestSummarySchema),
        nextCursor: z.string().optional(),
      }),
    },
    getRequest: {
      method: 'get',
      path: '/v1/requests/{id}',
      summary: 'One request with its spec and what the caller may do with it',
      permission: 'data-requests.request.read',
      params: requestParams,
      status: 200,
      response: dataRequestSchema,
    },
    getChanges: {
      method: 'get',
      path: '/v1/requests/{id}/changes',
      summary: 'Files, checks and reviewers of the pull request at its head',
      permission: 'data-requests.request.read',
      params: requestParams,
      status: 200,
      response: z.object({
        headSha: z.string(),
        files: z.array(fileChangeSchema),
        checks: z.array(checkSchema),
        reviewers: z.array(predictedReviewerSchema),
        explanation: z.array(z.object({ en: z.string(), ja: z.string() })),
        /** Whether it can be merged into the base branch as that stands now. */
        mergeable: z.boolean(),
        conflicts: z.array(z.string()),
      }),
    },
    listCommits: {
      method: 'get',
      path: '/v1/requests/{id}/commits',
      summary: 'Commits on the branch with their checks, oldest first',
      permission: 'data-requests.request.read',
      params: requestParams,
      status: 200,
      response: z.object({ items: z.array(requestCommitSchema) }),
    },
    compareFiles: {
      method: 'get',
      path: '/v1/requests/{id}/files',
      summary: 'The files that differ between two commits',
      permission: 'data-requests.request.read',
      params: requestParams,
      query: z.object({ from: gitSha, to: gitSha }),
      status: 200,
      response: z.object({ items: z.array(fileChangeSchema) }),
    },
    getEffect: {
      method: 'get',
      path: '/v1/requests/{id}/effect',
      summary: 'What differs between two commits in files, columns and rows',
      permission: 'data-requests.request.read',
      params: requestParams,
      query: z.object({ from: gitSha, to: gitSha }),
      status: 200,
      response: requestEffectSchema,
    },
    getSample: {
      method: 'get',
      path: '/v1/requests/{id}/sample',
      summary: 'Sample rows of the mart that the request makes',
      permission: 'data-requests.request.read',
      params: requestParams,
      status: 200,
      response: sampleSchema,
    },
    getTimeline: {
      method: 'get',
      path: '/v1/requests/{id}/timeline',
      summary: 'All that happened to the request, oldest first',
      permission: 'data-requests.request.read',
      params: requestParams,
      status: 200,
      response: z.object({ items: z.array(timelineEntrySchema) }),
    },
    comment: {
      method: 'post',
      path: '/v1/requests/{id}/comments',
      summary:
        'Adds a comment, an answer or a suggestion, on lines or on the whole',
      permission: 'data-requests.request.read',
      params: requestParams,
      body: newCommentSchema,
      status: 201,
      response: dataRequestSchema,
    },
    applySuggestion: {
      method: 'post',
      path: '/v1/requests/{id}/suggestions/{comment}/apply',
      summary: 'Puts the suggested text into the pull request as a commit',
      permission: 'data-requests.request.update',
      params: z.object({ id: z.ulid(), comment: z.string().max(64) }),
      /** The commit that the author saw; refused when it is not the head. */
      body: z.object({ headSha: gitSha }),
      status: 200,
      response: dataRequestSchema,
    },
    review: {
      method: 'post',
      path: '/v1/requests/{id}/reviews',
      summary: 'Approves or asks for changes, at one commit',
      permission: 'data-requests.request.review',
      params: requestParams,
      body: z.object({
        verdict: reviewVerdictSchema,
        body: z.string().trim().max(20_000).default(''),
        headSha: gitSha,
      }),
      status: 201,
      response: dataRequestSchema,
    },
    merge: {
      method: 'post',
      path: '/v1/requests/{id}/merge',
      summary: 'Merges the approved commit',
      permission: 'data-requests.request.merge',
      params: requestParams,
      body: z.object({ headSha: gitSha }),
      status: 200,
      response: dataRequestSchema,
    },
    update: {
      method: 'put',
      path: '/v1/requests/{id}/spec',
      summary: 'Changes the spec and with it the same pull request',
      permission: 'data-requests.request.update',
      params: requestParams,
      body: z.object({
        spec: requestSpecSchema,
        /** The commit that the author saw; refused when it is not the head. */
        headSha: gitSha,
      }),
      status: 202,
      response: dataRequestSchema,
    },
    withdraw: {
      method: 'post',
      path: '/v1/requests/{id}/withdraw',
      summary: 'Takes the request back and closes its pull request',
      permission: 'data-requests.request.update',
      params: requestParams,
      status: 200,
      response: dataRequestSchema,
    },
    retry: {
      method: 'post',
      path: '/v1/requests/{id}/retry',
      summary: 'Tries the step again that failed',
      permission: 'data-requests.request.update',
      params: requestParams,
      status: 202,
      response: dataRequestSchema,
    },
  },
});
