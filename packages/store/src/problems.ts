/**
 * Tells about what went wrong without ever throwing: each kind once, until it is over.
 *
 * Recording must never break training, so everything that would be an exception elsewhere ends here.
 */
export class Problems {
  readonly #told = new Set<string>();
  readonly #onError: (error: Error) => void;

  constructor(onError: (error: Error) => void) {
    this.#onError = onError;
  }

  /** @param kind what makes it the same problem as one that was told already */
  report(kind: string, message: string, cause?: unknown): void {
    if (this.#told.has(kind)) return;
    this.#told.add(kind);
    try {
      this.#onError(new Error(message, cause === undefined ? undefined : { cause }));
    } catch {
      // Whoever listens must not break training either.
    }
  }

  /** The problem is over: should it come again, it is told again. */
  isOver(kind: string): void {
    this.#told.delete(kind);
  }
}
