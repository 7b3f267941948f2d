import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { number } from "../kinds.ts";

export const recordingThinnedEvent = v.object({
  type: v.literal("recording_thinned"),
  epoch: number,
  batch: number,
  /** Batches from one record to the next. */
  every: number,
  /** What recording took of the time until now, 0.016 for 1.6 %. */
  share: number,
});

/** From now on only every so many batches are recorded, because recording took too much of the training's time. */
export type RecordingThinnedEvent = Frozen<v.InferOutput<typeof recordingThinnedEvent>>;
