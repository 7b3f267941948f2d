import { shownEpoch } from "./shown-epoch.ts";

/**
 * An epoch in a sentence, counted from 1.
 *
 * @param epoch counted from 0
 * @param of how many there are
 * @example
 * epochWords(6, 12); // "epoch 7 of 12"
 */
export function epochWords(epoch: number, of?: number): string {
  return `epoch ${shownEpoch(epoch)}${of === undefined ? "" : ` of ${of}`}`;
}
