/** Where two curves cross. */
export interface CrossingFacts {
  /** The one that lies above in the end. */
  readonly above: string;
  readonly below: string;
  /** How often they cross, once at least. */
  readonly times: number;
  /** Where they cross last, in words: "epoch 7". */
  readonly place: string;
}

/**
 * Where two curves cross, for those who do not see it.
 *
 * @example
 * "wide goes above narrow at epoch 7"
 */
export function crossingWords({ above, below, times, place }: CrossingFacts): string {
  return times === 1
    ? `${above} goes above ${below} at ${place}`
    : `${above} and ${below} cross ${times} times, ${above} is above from ${place} on`;
}
