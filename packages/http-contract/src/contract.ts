import type { z } from 'zod';

/** @public */
export type HttpMethod = 'get' | 'post' | 'put' | 'delete';

/**
 * One operation of a plugin's HTTP API.
 *
 * @remarks
 * `params` and `query` schemas read strings; use `z.coerce` for numbers.
 * `status` is the code of success. `permission` is documentation: the service
 * enforces it.
 * @public
 */
export interface Operation {
  readonly method: HttpMethod;
  /** Below `/api/<pluginId>`, with `{name}` placeholders: `/v1/requests/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly permission?: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly status: 200 | 201 | 202 | 204;
  readonly response?: z.ZodType;
}

/**
 * An operation whose body is a stream of lines: a route of its own beside the
 * table, named in the same document. Neither router nor client serve it.
 * @public
 */
export interface StreamOperation extends Omit<Operation, 'body'> {
  /** Media type of the body: `application/x-ndjson`. */
  readonly contentType: string;
}

/** A plugin's whole HTTP API as data: operation name → operation. @public */
export interface Contract<
  TOperations extends Record<string, Operation> = Record<string, Operation>,
> {
  readonly pluginId: string;
  readonly title: string;
  readonly version: string;
  readonly operations: TOperations;
  /** What stands beside the table. */
  readonly streams?: Record<string, StreamOperation>;
}

/**
 * Declares a contract table; the identity function that keeps the types.
 * @public
 */
export function defineContract<
  const TOperations extends Record<string, Operation>,
>(contract: Contract<TOperations>): Contract<TOperations> {
  return contract;
}

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;
type Sent<T> = T extends z.ZodType ? z.input<T> : undefined;

/** What a handler receives once the request was parsed. @public */
export interface ParsedInput<TOperation extends Operation> {
  readonly params: Parsed<TOperation['params']>;
  readonly query: Parsed<TOperation['query']>;
  readonly body: Parsed<TOperation['body']>;
}

/** What an operation answers. @public */
export type OperationResult<TOperation extends Operation> =
  TOperation['response'] extends z.ZodType
    ? z.input<TOperation['response']>
    : void;

type OptionalIfUndefined<TKey extends string, TValue> = undefined extends TValue
  ? { readonly [K in TKey]?: TValue }
  : { readonly [K in TKey]: TValue };

type QueryInput<T> = T extends z.ZodType
  ? Partial<z.input<T>> extends z.input<T>
    ? z.input<T> | undefined
    : z.input<T>
  : undefined;

/** What a caller of an operation sends. @public */
export type OperationInput<TOperation extends Operation> = OptionalIfUndefined<
  'params',
  Sent<TOperation['params']>
> &
  OptionalIfUndefined<'query', QueryInput<TOperation['query']>> &
  OptionalIfUndefined<'body', Sent<TOperation['body']>>;
