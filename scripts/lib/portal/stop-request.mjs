/**
 * The wish to stop: the first SIGINT, SIGTERM or SIGHUP aborts `signal`. A
 * second Ctrl-C ends this process at once; the others often come in twos (a
 * closed terminal sends SIGHUP, then npm ends), which is not impatience.
 */
export class StopRequest {
  #controller = new AbortController();

  constructor() {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(name, () => {
        if (this.requested && name === 'SIGINT') {
          process.exit(1);
        }
        this.#controller.abort(new StopRequested());
      });
    }
  }

  get signal() {
    return this.#controller.signal;
  }

  get requested() {
    return this.signal.aborted;
  }

  /** Resolves when somebody asks to stop. */
  get when() {
    return new Promise(resolve => {
      if (this.requested) {
        resolve();
      } else {
        this.signal.addEventListener('abort', () => resolve(), { once: true });
      }
    });
  }
}

/** Thrown out of a step when the person no longer wants it to go on. */
export class StopRequested extends Error {
  constructor() {
    super('Stop requested');
    this.name = 'StopRequested';
  }
}
