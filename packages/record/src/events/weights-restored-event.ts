import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { jsonNumber } from "../json/json-number.ts";
import { number } from "../kinds.ts";

export const weightsRestoredEvent = v.object({
  type: v.literal("weights_restored"),
  /** The epoch whose weights the model now holds, counted from 0. */
  epoch: number,
  monitor: v.string(),
  value: jsonNumber,
});

/** The weights of an earlier epoch were put back into the model. */
export type WeightsRestoredEvent = Frozen<v.InferOutput<typeof weightsRestoredEvent>>;
