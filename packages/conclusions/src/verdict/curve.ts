/** The values of a series, an epoch each; of very many epochs the means of neighbours. */
export interface Curve {
  /** Ascending. Of a mean, the last epoch it is of. */
  readonly epochs: readonly number[];
  /** Finite. */
  readonly values: readonly number[];
  /** How many finite values there are. @default as many as are here */
  readonly count?: number;
  /** Their sum. @default the sum of those that are here */
  readonly total?: number;
  /** The epoch of the last finite value. @default the last of `epochs` */
  readonly lastEpoch?: number;
  /** The sum of what was trained and later trained again. @default 0 */
  readonly asideTotal?: number;
}
