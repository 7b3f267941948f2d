/** What a metric gives for its thresholds: a number for one, a list for several; where types cannot tell, either. */
export type PerThreshold<Thresholds extends number | readonly number[]> = Thresholds extends
  | number
  | readonly [number]
  ? number
  : Thresholds extends readonly [number, number, ...number[]]
    ? readonly number[]
    : number | readonly number[];
