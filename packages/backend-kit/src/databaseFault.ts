import { isError, ServiceUnavailableError } from '@backstage/errors';
import type { ErrorRequestHandler } from 'express';

/** What Node says of a server that cannot be reached, or is gone meanwhile. */
const NODE_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
]);

/**
 * PostgreSQL manual, appendix A: connection exceptions, a server that stops,
 * crashed or starts, one that takes no more connections.
 */
const SQL_STATES = /^(08...|57P0[123]|53300)$/;

/** What the driver and the pool say, without a code. */
const MESSAGES =
  /^(Connection terminated|Connection ended|Client has encountered a connection error|Knex: Timeout acquiring a connection|timeout expired)/;

/**
 * Whether an error says that the database, or another server, is not there.
 * @public
 */
export function isServerGone(error: unknown): boolean {
  if (error instanceof AggregateError) {
    return error.errors.some(isServerGone);
  }
  return (
    isError(error) &&
    ((typeof error.code === 'string' &&
      (NODE_CODES.has(error.code) || SQL_STATES.test(error.code))) ||
      MESSAGES.test(error.message))
  );
}

/**
 * Answers in words what the driver says with addresses and ports: nobody who
 * calls can do anything with those, but everybody can try again.
 * @public
 */
export const answerServerGone: ErrorRequestHandler = (
  error,
  _request,
  _response,
  next,
) =>
  next(
    isServerGone(error)
      ? new ServiceUnavailableError(
          'The portal cannot reach its database, or another server that it needs. What was sent before is kept; try again in a moment.',
        )
      : error,
  );
