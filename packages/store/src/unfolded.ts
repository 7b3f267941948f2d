/**
 * What killed processes have logged that is not in the store yet. Whoever has opened the store folds it, about a million lines in
 * ten seconds.
 */
export interface Unfolded {
  /** How many bytes of journals are left. */
  readonly bytes: number;
  /** How many there were to fold, so that `1 - bytes / total` of it is done. */
  readonly total: number;
}
