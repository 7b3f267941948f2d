/**
 * Reports what went wrong and never throws: each kind of problem once, until it is over.
 *
 * Recording must never break training, so everything that would be an exception elsewhere ends here.
 */
export class Problems {
  readonly #told = new Set<string>();
  readonly #onError: (error: Error) => void;

  constructor(onError: (error: Error) => void) {
    this.#onError = onError;
  }

  /** @param kind problems of one kind are reported once */
  report(kind: string, message: string, cause?: unknown): void {
    if (this.#told.has(kind)) return;
    this.#told.add(kind);
    try {
      this.#onError(new Error(message, cause === undefined ? undefined : { cause }));
    } catch {
      // A listener must not break training either.
    }
  }

  /** Ends a problem: if it comes again, it is reported again. */
  isOver(kind: string): void {
    this.#told.delete(kind);
  }
}
