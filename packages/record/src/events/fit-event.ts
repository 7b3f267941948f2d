import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { number } from "../kinds.ts";

export const fitEvent = v.object({
  type: v.literal("fit"),
  /** The first epoch it trains. */
  epoch: number,
  /** Which fit it is of those since the run was started or last resumed, counted from 0. */
  fit: number,
  /** The same epoch as the fit counts them: its `initialEpoch`. */
  initialEpoch: number,
  /** The `epochs` it was given: the one it ends before, as the fit counts them. */
  epochs: v.exactOptional(number),
  /** The model's name. */
  model: v.string(),
  /** How many of its parameters are trained: those of frozen layers are not. */
  trainedParameters: number,
  parameters: number,
});

/** A `fit()` began to train. A run may have several. */
export type FitEvent = Frozen<v.InferOutput<typeof fitEvent>>;
