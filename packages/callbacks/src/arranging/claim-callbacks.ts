import { isEpochalCallback } from "./epochal-callback.ts";

/** The callbacks of all running fits. */
const claimed = new WeakSet<object>();

/** Refuses a callback that is given twice, or that belongs to a running fit: a callback remembers one training at a time. */
export function checkUnclaimed(owner: string, given: readonly unknown[]): void {
  for (const [i, callback] of given.entries()) {
    if (!isEpochalCallback(callback)) continue;
    const name = callback.constructor.name;
    const first = given.indexOf(callback);
    if (first < i) {
      throw new TypeError(
        `${owner}: callbacks must be given once each. Received: ${name} as callbacks[${first}] and callbacks[${i}]`,
      );
    }
    if (claimed.has(callback)) {
      throw new Error(
        `${owner}: callbacks[${i}], ${name}, belongs to a fit that is still running. Make one for each fit`,
      );
    }
  }
}

/** Keeps callbacks from other fits until the function that this returns is called. */
export function claimCallbacks(owner: string, given: readonly unknown[]): () => void {
  checkUnclaimed(owner, given);
  const ours = given.filter(isEpochalCallback);
  for (const callback of ours) claimed.add(callback);
  return () => {
    for (const callback of ours) claimed.delete(callback);
  };
}
