import { closestName } from "../text/closest-name.ts";

const hooks = [
  "onTrainBegin",
  "onTrainEnd",
  "onEpochBegin",
  "onEpochEnd",
  "onBatchBegin",
  "onBatchEnd",
  "onYield",
];

/** Refuses functions that look like hooks of a plain callback and would never be called. */
export function checkHooks(callback: object, i: number): void {
  for (const [name, value] of Object.entries(callback)) {
    if (typeof value !== "function" || !/^on/i.test(name) || hooks.includes(name)) continue;
    const similar = closestName(
      name.replace("Train_batch", "Batch").replace("TrainBatch", "Batch"),
      hooks,
    );
    throw new TypeError(
      `fit: hooks of callbacks[${i}] must be among ${hooks.join(", ")}. Received: ${name}` +
        (similar === undefined ? "" : `. Did you mean ${similar}?`),
    );
  }
}
