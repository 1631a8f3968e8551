import {
  requestSummarySchema,
  type DataRequest,
  type RequestAbilities,
  type RequestSummary,
  type Waiting,
} from '@suido/backstage-plugin-data-requests-common';
import type { StoredRequest } from '../database/StoredRequest';

/** What lists show of a request: the fields of the contract and no others. */
export function toSummary(request: StoredRequest): RequestSummary {
  return requestSummarySchema.parse(request);
}

/** What one caller sees of a request. */
export function toDataRequest(
  request: StoredRequest,
  told: { abilities: RequestAbilities; waiting: Waiting },
): DataRequest {
  return {
    ...toSummary(request),
    spec: request.spec,
    specHash: request.specHash,
    revision: request.revision,
    ...told,
  };
}
