import { closestName } from "@epochal/record";

const hooks = [
  "onTrainBegin",
  "onTrainEnd",
  "onEpochBegin",
  "onEpochEnd",
  "onBatchBegin",
  "onBatchEnd",
  "onYield",
];

/** Refuses functions with a name like a hook's, which a plain callback would never call. */
export function checkHooks(owner: string, callback: object, i: number): void {
  for (const [name, value] of Object.entries(callback)) {
    if (typeof value !== "function" || hooks.includes(name) || !isNamedAsHook(name)) continue;
    const similar = closestName(
      name.replace("Train_batch", "Batch").replace("TrainBatch", "Batch"),
      hooks,
    );
    throw new TypeError(
      `${owner}: hooks of callbacks[${i}] must be among ${hooks.join(", ")}. Received: ${name}` +
        (similar === undefined ? "" : `. Did you mean ${similar}?`),
    );
  }
}

/** `onFit` and `on_epoch_end` look like hooks, `once` and `online` do not. */
function isNamedAsHook(name: string): boolean {
  return /^on[A-Z_]/.test(name) || hooks.some((hook) => hook.toLowerCase() === plain(name));
}

function plain(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}
