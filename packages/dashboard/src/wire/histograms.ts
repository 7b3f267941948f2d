/** Histograms of several epochs over the same cells. */
export interface HeatMap {
  /** Of the rows, ascending, from 0. */
  readonly epochs: readonly number[];
  /** Of how many epochs there are histograms; more than rows where there are too many to draw. */
  readonly total: number;
  /** How many histograms cannot be read: another version has written them. */
  readonly unread: number;
  readonly min: number;
  readonly max: number;
  /** Of each epoch, which share of its values lies in each cell. */
  readonly rows: readonly (readonly number[])[];
}

/** Histograms of one weight over the epochs of a run. */
export interface HistogramsAnswer {
  /** Of all that the run recorded. */
  readonly keys: readonly string[];
  readonly key?: string;
  readonly map?: HeatMap;
}
