import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { number } from "../kinds.ts";

export const histogramEvent = v.object({
  type: v.literal("histogram"),
  epoch: number,
  /** `<weight>/histogram` or `<weight>/update_histogram`. */
  key: v.string(),
  /** One more than there are counts, ascending. */
  edges: v.array(number),
  counts: v.array(number),
});

/** How many values of a weight, or of its change in this epoch, lie between the edges. */
export type HistogramEvent = Frozen<v.InferOutput<typeof histogramEvent>>;
