import type { EpochalCallback } from "../arranging/epochal-callback.ts";
import type { FitContext } from "../arranging/fit-context.ts";

/** Asks all callbacks at once whether this fit can work; throws with everything that cannot, before the first batch. */
export function preflight(callbacks: readonly EpochalCallback[], context: FitContext): void {
  const faults = callbacks.flatMap((callback) => {
    try {
      callback.preflight?.(context);
      return [];
    } catch (error) {
      return [error instanceof Error ? error : new Error(String(error))];
    }
  });
  const [first] = faults;
  if (first === undefined) return;
  if (faults.length === 1) throw first;
  const list = faults.map(({ message }) => `- ${message}`).join("\n");
  throw new RangeError(`fit: ${faults.length} errors before the first batch:\n${list}`, {
    cause: faults,
  });
}
