import { Callback } from "@tensorflow/tfjs";
import { callbackMarker } from "./epochal-callback.ts";

/** Whether a callback has a hook for batches of its own: the hooks of the base classes do nothing. */
export function hasHook(callback: object, hook: "onBatchBegin" | "onBatchEnd"): boolean {
  if (Reflect.get(callback, hook) === Callback.prototype[hook]) return false;
  let owner: object | null = callback;
  while (owner !== null && !Object.hasOwn(owner, hook)) owner = Object.getPrototypeOf(owner);
  // The base class of this package, of whatever copy of it.
  return owner === null || !Object.hasOwn(owner, callbackMarker);
}
