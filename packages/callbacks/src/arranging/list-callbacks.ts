import { CustomCallback, type CustomCallbackArgs } from "@tensorflow/tfjs";
import { checkHooks } from "./check-hooks.ts";

type YieldEvery = ConstructorParameters<typeof CustomCallback>[1];

/** The callbacks given to a training, plain objects and instances in any order, as instances in the same order. */
export function listCallbacks(
  owner: string,
  given: readonly unknown[],
  yieldEvery: YieldEvery,
): CustomCallback[] {
  return given.map((callback, i) => {
    if (isInstance(callback)) {
      return callback;
    }
    if (typeof callback !== "object" || callback === null) {
      throw new TypeError(
        `${owner}: callbacks[${i}] must be a callback or an object of hooks. Received: ${String(callback)}`,
      );
    }
    checkHooks(owner, callback, i);
    return new CustomCallback(callback as CustomCallbackArgs, yieldEvery);
  });
}

function isInstance(value: unknown): value is CustomCallback {
  return (
    typeof value === "object" &&
    value !== null &&
    "setParams" in value &&
    typeof value.setParams === "function" &&
    "setModel" in value &&
    typeof value.setModel === "function"
  );
}
