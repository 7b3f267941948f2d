export interface PausesArgs {
  /** The first pause, in milliseconds. @default 500 */
  readonly firstMs?: number;
  /** The longest. @default 30,000 */
  readonly longestMs?: number;
  /** @default `Math.random` */
  readonly random?: () => number;
}

/**
 * The pauses of who asks again and again: each twice as long as the one before, and each by chance up to a half shorter or longer,
 * so that many who lost the same server do not come back at the same moment.
 */
export class Pauses {
  readonly #firstMs: number;
  readonly #longestMs: number;
  readonly #random: () => number;
  #nextMs: number;

  constructor({ firstMs = 500, longestMs = 30_000, random = Math.random }: PausesArgs = {}) {
    this.#firstMs = firstMs;
    this.#longestMs = longestMs;
    this.#random = random;
    this.#nextMs = firstMs;
  }

  /** @param leastMs what the server has asked for */
  next(leastMs: number = 0): number {
    const pauseMs = this.#nextMs * (0.5 + this.#random());
    this.#nextMs = Math.min(this.#nextMs * 2, this.#longestMs);
    return Math.max(pauseMs, leastMs * (1 + this.#random() / 4));
  }

  /** It works again. */
  reset(): void {
    this.#nextMs = this.#firstMs;
  }
}
