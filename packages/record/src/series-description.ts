/** What one series of a run holds: a metric, on a split, once an epoch or once a batch. */
export interface SeriesDescription {
  /** The metric's name without prefix: `val_auc` and `auc` are both `auc`, `batch_loss` is `loss`. */
  readonly metric: string;
  readonly split: "train" | "validation";
  readonly kind: "loss" | "metric" | "learning_rate" | "system";
  /** Which way is better. Absent where neither is (a learning rate, a count). */
  readonly direction?: "max" | "min";
  readonly per: "epoch" | "batch";
}
