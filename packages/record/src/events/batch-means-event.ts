import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { number } from "../kinds.ts";

export const batchMeansEvent = v.object({
  type: v.literal("batch_means"),
  /** The log keys, without `val_`. */
  keys: v.array(v.string()),
  /** Those among them whose mean over batches is not their value over all samples, each with the metric that is. */
  inexact: v.exactOptional(v.array(v.object({ key: v.string(), exact: v.string() }))),
  /** The first epoch for which this is so. */
  epoch: v.exactOptional(number),
});

/** Which metrics of a run are means over batches, as TensorFlow.js takes them of its own metrics. */
export type BatchMeansEvent = Frozen<v.InferOutput<typeof batchMeansEvent>>;
