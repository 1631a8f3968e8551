import type { Request } from 'express';

/** The caller closed the connection; nobody reads the answer any more. */
export class CallerGoneError extends Error {
  readonly name = 'CallerGoneError';
  /** nginx's number for it; below 500, so nobody is alarmed by the log. */
  readonly statusCode = 499;

  constructor() {
    super('The caller closed the connection before the answer');
  }
}

/** Aborted once the caller of a request is gone, so that work can stop. */
export function callerSignal(request: Request): AbortSignal {
  const controller = new AbortController();
  const { res: response } = request;
  response?.once('close', () => {
    if (!response.writableFinished) {
      controller.abort(new CallerGoneError());
    }
  });
  return controller.signal;
}
