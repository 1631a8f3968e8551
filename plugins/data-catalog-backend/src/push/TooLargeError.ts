/** More than is taken in at once. */
export class TooLargeError extends Error {
  readonly name = 'TooLargeError';
  readonly statusCode = 413;
}
