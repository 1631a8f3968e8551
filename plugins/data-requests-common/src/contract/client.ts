import {
  createContractClient,
  type ClientOptions,
  type ContractClient,
} from '@suido/http-contract';
import { dataRequestsContract } from './contract';

/** Client of the data-requests API, for browsers and backends. @public */
export type DataRequestsClient = ContractClient<typeof dataRequestsContract>;

/** @public */
export function createDataRequestsClient(
  options: ClientOptions,
): DataRequestsClient {
  return createContractClient(dataRequestsContract, options);
}
