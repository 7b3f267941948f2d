/** Part of what a metric remembers of the batches it has seen. */
export interface Accumulator {
  /** Forgets all batches. */
  reset(): void;
  /** Adds what another one, of a metric of the same options, has seen. Leaves the other as it is. */
  merge(other: this): void;
  /** What it has seen, as a value that survives JSON. */
  getState(): unknown;
  /** Takes the place of what it has seen. Throws a `TypeError` where `state` is not what `getState()` gives. */
  setState(state: unknown): void;
}
