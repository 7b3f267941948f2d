import * as v from "valibot";
import type { Frozen } from "./frozen.ts";
import { text } from "./kinds.ts";
import { limits } from "./limits.ts";

export const seriesDescription = v.object({
  /** The metric's name without prefix: `val_auc` and `auc` are both `auc`, `batch_loss` is `loss`. */
  metric: text(limits.key),
  split: v.picklist(["train", "validation"]),
  kind: v.picklist(["loss", "metric", "learning_rate", "system"]),
  /** Which way is better. Absent where neither is (a learning rate, a count). */
  direction: v.exactOptional(v.picklist(["max", "min"])),
  per: v.picklist(["epoch", "batch"]),
});

/** What one series of a run holds: a metric, on a split, once an epoch or once a batch. */
export type SeriesDescription = Frozen<v.InferOutput<typeof seriesDescription>>;

/** Whether something from outside says what a series is. */
export function isDescription(value: unknown): value is SeriesDescription {
  return v.is(seriesDescription, value);
}
