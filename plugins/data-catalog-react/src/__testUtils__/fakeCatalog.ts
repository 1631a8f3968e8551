import { ResponseError } from '@backstage/errors';
import {
  dataCatalogContract,
  type DataCatalogClient,
} from '@suido/backstage-plugin-data-catalog-common';

/**
 * A client that answers as given; any other call fails the test with the
 * operation's name.
 */
export function fakeCatalog(
  answers: Partial<DataCatalogClient>,
): DataCatalogClient {
  const unexpected = Object.fromEntries(
    Object.keys(dataCatalogContract.operations).map(operation => [
      operation,
      async () => {
        throw new Error(`The test does not expect a call of ${operation}`);
      },
    ]),
  );
  return Object.assign(unexpected, answers) as DataCatalogClient;
}

/** What the API answers when it refuses. */
export async function refusal(
  status: number,
  name: string,
  message: string,
): Promise<Error> {
  const body = JSON.stringify({
    error: { name, message },
    request: { method: 'GET', url: '/v1/search' },
    response: { statusCode: status },
  });
  return ResponseError.fromResponse(
    new Response(body, {
      status,
      headers: { 'Content-Type': 'application/json' },
    }),
  );
}
