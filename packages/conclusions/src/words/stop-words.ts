import type { StoppedEarlyEvent } from "@epochal/record";
import { recounted } from "./recounted.ts";
import { waitWords } from "./wait-words.ts";

/** Why training was stopped early, in a sentence without a point: from what the event says of the values watched, else as it was told. */
export function stopWords({ waited, reason }: StoppedEarlyEvent): string {
  return waited === undefined || waited.length === 0 ? recounted(reason) : waitWords(waited);
}
