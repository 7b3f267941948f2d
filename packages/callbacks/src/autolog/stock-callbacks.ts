import { isEpochalCallback } from "../arranging/epochal-callback.ts";
import type { LayersCopy } from "../copies/layers-copy.ts";
import type { StockFitArgs } from "../layers-model/layers-model-internals.ts";

/**
 * The callbacks of a fit as TensorFlow.js makes them of what it was given, so that others can stand beside them: what the first of
 * a list is decides how it takes all of it. Where one of them is of this package, the list is left as it is: `fit()` then takes
 * callbacks in any order.
 *
 * Throws what TensorFlow.js would throw.
 */
export function stockCallbacks(
  { Callback, CustomCallback }: LayersCopy,
  args: StockFitArgs,
): readonly unknown[] {
  const { callbacks, yieldEvery } = (args ?? {}) as { callbacks?: unknown; yieldEvery?: never };
  const Base = Object.getPrototypeOf(Callback) as { [Symbol.hasInstance](given: unknown): boolean };
  const wrapped = (hooks: unknown) => new CustomCallback(hooks as never, yieldEvery as never);
  if (callbacks === undefined || callbacks === null) return [wrapped({})];
  if (!Array.isArray(callbacks)) {
    return [callbacks instanceof (Base as never) ? callbacks : wrapped(callbacks)];
  }
  const isTaken = callbacks[0] instanceof (Base as never);
  const hasOurs = callbacks.flat(Number.POSITIVE_INFINITY).some(isEpochalCallback);
  return isTaken || hasOurs ? callbacks : callbacks.map(wrapped);
}
