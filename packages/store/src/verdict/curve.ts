/** The values of a series, an epoch each. */
export interface Curve {
  /** Ascending. */
  readonly epochs: readonly number[];
  /** Finite. */
  readonly values: readonly number[];
}
