import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { jsonNumber } from "../json/json-number.ts";
import { number } from "../kinds.ts";

export const earlyStoppingEvent = v.object({
  type: v.literal("early_stopping"),
  epoch: number,
  monitor: v.string(),
  mode: v.picklist(["max", "min"]),
  value: jsonNumber,
  /** Absent until a finite value has been seen. */
  best: v.exactOptional(jsonNumber),
  bestEpoch: v.exactOptional(number),
  minDelta: number,
  baseline: v.exactOptional(number),
  /** Epochs without improvement so far, this one included. */
  wait: number,
  patience: number,
  improved: v.boolean(),
  /** Where several values are watched: whether training stops when one of them is out of patience, or when all are. */
  combine: v.exactOptional(v.picklist(["all", "any"])),
});

/** One line of an early-stopping trace: what `EarlyStopping` saw at the end of an epoch, and how close it came. */
export type EarlyStoppingEvent = Frozen<v.InferOutput<typeof earlyStoppingEvent>>;
