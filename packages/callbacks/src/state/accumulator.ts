/** Part of a metric's state. */
export interface Accumulator {
  /** Forgets all batches. */
  reset(): void;
  /** Adds the state of another one, of a metric of the same options, which stays as it is. */
  merge(other: this): void;
  /** Its state, safe for JSON. */
  getState(): unknown;
  /** Replaces its state. Throws a `TypeError` where `state` is not from `getState()`. */
  setState(state: unknown): void;
}
