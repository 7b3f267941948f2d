import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { jsonNumber } from "../json/json-number.ts";
import { number } from "../kinds.ts";

export const checkpointEvent = v.object({
  type: v.literal("checkpoint"),
  epoch: number,
  /** The batch of the epoch after which it was saved, counted from 0. Absent at the end of an epoch. */
  batch: v.exactOptional(number),
  /** Where to, as TensorFlow.js loads it. */
  path: v.string(),
  /** The value that made it worth saving. */
  monitor: v.exactOptional(v.string()),
  value: v.exactOptional(jsonNumber),
});

/** The model was saved. */
export type CheckpointEvent = Frozen<v.InferOutput<typeof checkpointEvent>>;
