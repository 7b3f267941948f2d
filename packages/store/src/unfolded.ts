/**
 * What killed processes have logged and is not in the store yet. Every process that has the store open folds it, about a
 * million lines in ten seconds.
 */
export interface Unfolded {
  /** How many bytes of journals are left. */
  readonly bytes: number;
  /** How many bytes there were to fold: `1 - bytes / total` of them are done. */
  readonly total: number;
}
