import { ResponseError, toError } from '@backstage/errors';

/** What kind of failure an error is, as far as its reader is concerned. @public */
export type ErrorKind =
  | 'network'
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'invalid'
  | 'tooMany'
  | 'server'
  | 'unknown';

/** @public */
export interface ErrorDescription {
  readonly kind: ErrorKind;
  /** What the server or the browser said. */
  readonly message: string;
  /** Method and path of the call that failed, where known. */
  readonly where?: string;
}

const KIND_BY_STATUS: Readonly<Record<number, ErrorKind>> = {
  400: 'invalid',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  413: 'invalid',
  422: 'invalid',
  429: 'tooMany',
};

const KIND_BY_NAME: Readonly<Record<string, ErrorKind>> = {
  InputError: 'invalid',
  AuthenticationError: 'unauthorized',
  NotAllowedError: 'forbidden',
  NotFoundError: 'notFound',
  ConflictError: 'conflict',
};

/**
 * Reads an error of a Backstage call: a `ResponseError`, an error of
 * `@backstage/errors`, or what `fetch` throws when nobody answers.
 * @public
 */
export function describeError(thrown: unknown): ErrorDescription {
  const error = toError(thrown);
  if (isResponseError(error)) {
    const { request, error: inner } = error.body;
    return {
      kind: kindOfStatus(error.statusCode),
      message: inner?.message ?? error.message,
      where: request && `${request.method} ${request.url.split('?')[0]}`,
    };
  }
  // The Fetch standard promises a TypeError, and nothing more, when the
  // network fails; browsers word it differently.
  if (error.name === 'TypeError' && /fetch|network|load/i.test(error.message)) {
    return { kind: 'network', message: error.message };
  }
  return {
    kind: KIND_BY_NAME[error.name] ?? 'unknown',
    message: error.message,
  };
}

function kindOfStatus(status: number): ErrorKind {
  return KIND_BY_STATUS[status] ?? (status >= 500 ? 'server' : 'unknown');
}

function isResponseError(error: Error): error is ResponseError {
  return (
    error instanceof ResponseError ||
    (error.name === 'ResponseError' && 'statusCode' in error && 'body' in error)
  );
}
