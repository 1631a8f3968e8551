/** Somebody else took the run over; it is theirs to end. */
export class RunLostError extends Error {
  readonly name = 'RunLostError';

  constructor(source: string) {
    super(
      `'${source}' was silent for too long, so another backend reads it now; nothing was lost.`,
    );
  }
}
