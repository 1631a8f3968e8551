import {
  createContractClient,
  type ClientOptions,
  type ContractClient,
} from '@suido/http-contract';
import { dataCatalogContract } from './contract';

/** Client of the data-catalog API, for browsers and backends. @public */
export type DataCatalogClient = ContractClient<typeof dataCatalogContract>;

/** @public */
export function createDataCatalogClient(
  options: ClientOptions,
): DataCatalogClient {
  return createContractClient(dataCatalogContract, options);
}
