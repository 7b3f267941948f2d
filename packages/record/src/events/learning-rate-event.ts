import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { jsonNumber } from "../json/json-number.ts";
import { number } from "../kinds.ts";

export const learningRateEvent = v.object({
  type: v.literal("learning_rate"),
  epoch: number,
  from: jsonNumber,
  to: jsonNumber,
  /** One sentence: who changed it, and why. */
  reason: v.string(),
});

/** The learning rate was changed. */
export type LearningRateEvent = Frozen<v.InferOutput<typeof learningRateEvent>>;
