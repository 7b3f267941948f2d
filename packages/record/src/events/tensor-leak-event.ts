import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { number } from "../kinds.ts";

export const tensorLeakEvent = v.object({
  type: v.literal("tensor_leak"),
  /** The first epoch that left some behind. */
  epoch: number,
  tensorsPerEpoch: number,
  bytesPerEpoch: number,
});

/** Every epoch leaves more tensors behind than the one before. */
export type TensorLeakEvent = Frozen<v.InferOutput<typeof tensorLeakEvent>>;
