/**
 * What a chart draws of one series, in columns and in the order of its steps: points; buckets of points, each with the lowest and the highest;
 * or the middle of a group of runs with its spread.
 */
export interface ChartSeries {
  /** How many points there are. `step.length` is how many are told. */
  readonly total: number;
  readonly step: Float64Array;
  /** From 0, as programs count them. NaN where it was not logged. */
  readonly epoch: Float64Array;
  /** Epoch milliseconds. */
  readonly wallTime: Float64Array;
  /** Finite: the value of a point, the mean of a bucket, the middle of a group. */
  readonly value: Float64Array;
  /** Where its band begins: a bucket's lowest value, a group's spread. NaN where there is no band. @default no band */
  readonly low?: Float64Array;
  /** Where its band ends. */
  readonly high?: Float64Array;
  /** How many values or runs each value stands for. @default 1 */
  readonly n?: Float64Array;
  /** The first and the last step between which every point is told, where that is a part of it. */
  readonly complete?: { readonly from: number; readonly to: number };
  /** Where values were not finite. */
  readonly nonFinite: {
    readonly step: Float64Array;
    readonly epoch: Float64Array;
    readonly value: Float64Array;
    readonly total: number;
  };
}
