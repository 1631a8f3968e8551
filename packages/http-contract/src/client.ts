import { ResponseError } from '@backstage/errors';
import type { z } from 'zod';
import type { Contract, Operation, OperationInput } from './contract';

/** The parts of Backstage's discovery and fetch APIs that a client needs. @public */
export interface ClientOptions {
  readonly discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly fetchApi: { fetch: typeof fetch };
}

/** Per call: a service token between backends, a signal to give up. @public */
export interface RequestOptions {
  readonly token?: string;
  readonly signal?: AbortSignal;
}

type Answer<TOperation extends Operation> =
  TOperation['response'] extends z.ZodType
    ? z.output<TOperation['response']>
    : void;

/** One method per operation of the contract. @public */
export type ContractClient<TContract extends Contract> = {
  readonly [K in keyof TContract['operations']]: (
    input: OperationInput<TContract['operations'][K]>,
    options?: RequestOptions,
  ) => Promise<Answer<TContract['operations'][K]>>;
};

interface AnyInput {
  readonly params?: Record<string, unknown>;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
}

/**
 * A typed client of a contract.
 *
 * @remarks
 * An answer that is not a success throws Backstage's `ResponseError`. A
 * success is parsed with the contract, so a caller never meets another shape.
 * @public
 */
export function createContractClient<TContract extends Contract>(
  contract: TContract,
  options: ClientOptions,
): ContractClient<TContract> {
  const methods = Object.entries(contract.operations).map(
    ([name, operation]) => [
      name,
      (input: AnyInput, requestOptions?: RequestOptions) =>
        call(contract.pluginId, operation, input, options, requestOptions),
    ],
  );
  return Object.fromEntries(methods);
}

async function call(
  pluginId: string,
  operation: Operation,
  input: AnyInput,
  { discoveryApi, fetchApi }: ClientOptions,
  { token, signal }: RequestOptions = {},
): Promise<unknown> {
  const baseUrl = await discoveryApi.getBaseUrl(pluginId);
  const headers: Record<string, string> = {};
  if (input.body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (token) {
    headers.Authorization = `Bearer ${token}`;
  }
  const response = await fetchApi.fetch(
    `${baseUrl}${fillPath(operation.path, input.params)}${queryString(
      input.query,
    )}`,
    {
      method: operation.method.toUpperCase(),
      headers,
      body: input.body === undefined ? undefined : JSON.stringify(input.body),
      signal,
    },
  );
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  return operation.response?.parse(await response.json());
}

function fillPath(path: string, params: Record<string, unknown> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
}

function queryString(query: Record<string, unknown> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined) {
        search.append(name, String(item));
      }
    }
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}
