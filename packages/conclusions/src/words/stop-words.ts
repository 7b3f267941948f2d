import type { StoppedEarlyEvent } from "@epochal/record";
import { recounted } from "./recounted.ts";
import { waitWords } from "./wait-words.ts";

/** Says why training was stopped early, in a sentence without a point. It is made of the values that were watched, where the event has them. */
export function stopWords({ waited, reason }: StoppedEarlyEvent): string {
  return waited === undefined || waited.length === 0 ? recounted(reason) : waitWords(waited);
}
