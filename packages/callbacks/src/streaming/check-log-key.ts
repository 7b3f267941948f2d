/**
 * Throws for a key that TensorFlow.js could not log: it looks keys up in plain objects, each of which has a `constructor`, a
 * `toString` and their like already.
 */
export function checkLogKey(key: string): void {
  if (key in {}) {
    throw new RangeError(
      `compile: a metric must not have the name of a property that every object has: TensorFlow.js could not log it. Received: ${key}`,
    );
  }
}
