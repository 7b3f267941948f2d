/** The values of a series, one for each epoch. A very long series has the means of neighbouring epochs instead. */
export interface EpochCurve {
  /** Ascending. A mean stands at the last of its epochs. */
  readonly epochs: readonly number[];
  /** Finite. */
  readonly values: readonly number[];
  /** How many finite values there are. @default as many as are here */
  readonly count?: number;
  /** Their sum. @default the sum of those that are here */
  readonly total?: number;
  /** The epoch of the last finite value. @default the last of `epochs` */
  readonly lastEpoch?: number;
  /** The sum over the epochs that were trained again later. @default 0 */
  readonly asideTotal?: number;
}
