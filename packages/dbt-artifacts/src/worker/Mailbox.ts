/** Messages in the order they came, and then the error that ended them. */
export class Mailbox<Message> {
  readonly #messages: Message[] = [];
  #failure: { readonly error: unknown } | undefined;
  #wake: () => void = () => {};

  put(message: Message): void {
    this.#messages.push(message);
    this.#wake();
  }

  /** The first failure stays; messages that came before are still given. */
  fail(error: unknown): void {
    this.#failure ??= { error };
    this.#wake();
  }

  /** @throws what {@link fail} was told, once there is no message left */
  async take(): Promise<Message> {
    for (;;) {
      const message = this.#messages.shift();
      if (message !== undefined) {
        return message;
      }
      if (this.#failure) {
        throw this.#failure.error;
      }
      await new Promise<void>(resolve => {
        this.#wake = resolve;
      });
    }
  }
}
