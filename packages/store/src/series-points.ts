import type { MetricKey, StoreTypes } from "./store-types.ts";

export interface SeriesQuery<Types extends StoreTypes = StoreTypes> {
  readonly run: string;
  readonly key: MetricKey<Types>;
  /** First step wanted. @default the first there is */
  readonly from?: number;
  /** Last step wanted. @default the last there is */
  readonly to?: number;
  /**
   * An earlier segment of a resumed run: the points of it that a later segment went through again.
   *
   * @default the run as it went on: of every step the newest segment's point
   */
  readonly segment?: number;
  /** About how many buckets to return, where there are more points than that. @default 500 */
  readonly width?: number;
}

/**
 * Points of a series in columns, in the order of their steps. Where there are too many to draw, of each bucket the lowest and the
 * highest are returned, at their true steps; `buckets` says what each bucket holds.
 */
export interface SeriesPoints {
  readonly run: string;
  readonly key: string;
  /** How many points the range holds. `step.length` is how many came back. */
  readonly total: number;
  readonly step: Float64Array;
  /** NaN where it was not logged. */
  readonly epoch: Float64Array;
  /** Epoch milliseconds. */
  readonly wallTime: Float64Array;
  /** Finite. */
  readonly value: Float64Array;
  /** Where values were not finite: one place for each point, or for each bucket. */
  readonly nonFinite: {
    readonly step: Float64Array;
    readonly epoch: Float64Array;
    /** NaN, Infinity or -Infinity; of a bucket, its first. */
    readonly value: Float64Array;
    /** How many points, in all places together. */
    readonly total: number;
  };
  /** The buckets that the points are of. Absent where every point is returned. */
  readonly buckets?: SeriesBuckets;
}

/**
 * Stretches of a series in columns, in the order of their steps: a line of `mean` in a band from `low` to `high`. Only those that have a
 * finite value.
 */
export interface SeriesBuckets {
  /** Where it ends: the last step of the stretch, or of the range where that ends within it. */
  readonly step: Float64Array;
  /** The epoch of its last point; NaN where it was not logged. */
  readonly epoch: Float64Array;
  /** When its last point was logged, in epoch milliseconds. */
  readonly wallTime: Float64Array;
  /** The mean of its finite values. Where their sum is larger than any number, the middle between the lowest and the highest. */
  readonly mean: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** How many finite values it has. Of a pruned series, those that are left. */
  readonly n: Float64Array;
}

/** A series that is wanted, and what the reader has of it already. */
export interface WantedSeries {
  readonly run: string;
  readonly key: string;
  /** What the last answer said of it, where the reader has kept it. @default nothing */
  readonly have?: Pick<SeriesPart, "last" | "total">;
  /** First step wanted of this one. @default that of the query */
  readonly from?: number;
  /** Last step wanted of this one. @default that of the query */
  readonly to?: number;
}

export interface ManySeriesQuery {
  readonly series: readonly WantedSeries[];
  /** First step wanted. @default the first there is, of each */
  readonly from?: number;
  /** Last step wanted. @default the last there is, of each */
  readonly to?: number;
  /** About how many buckets to return of each series that has more points than that. @default 500 */
  readonly width?: number;
  /** The revision of an answer that the reader has: only what is new since then is returned. @default everything */
  readonly since?: number;
}

/** Points of a series, or what has changed of them. Other answers may have the same columns: copy one before you change it. */
export interface SeriesPart extends SeriesPoints {
  /** The reader keeps what it has of the steps before this one, and replaces the rest. -Infinity where this is everything. */
  readonly after: number;
  /** The last step of the series; pass it back with `total`. */
  readonly last: number;
}

export interface ManySeries {
  /** Pass it back as `since`, to ask for what is new. */
  readonly revision: number;
  /** Those that are there and have changed, in the order in which they were asked for. */
  readonly series: readonly SeriesPart[];
}
