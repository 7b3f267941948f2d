import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { number } from "../kinds.ts";

const graphLayer = v.object({
  name: v.string(),
  /** Its class, as `Dense`. */
  className: v.string(),
  /** One for each output; null where the size depends on the batch. */
  outputShapes: v.array(v.array(v.nullable(number))),
  parameters: number,
  /** The layers whose outputs it takes. */
  inputs: v.array(v.string()),
});

/** A layer of a model. */
export type GraphLayer = Frozen<v.InferOutput<typeof graphLayer>>;

export const graphEvent = v.object({
  type: v.literal("graph"),
  /** The first epoch it trains for. */
  epoch: number,
  layers: v.array(graphLayer),
});

/** The layers of the model that trains. */
export type GraphEvent = Frozen<v.InferOutput<typeof graphEvent>>;
