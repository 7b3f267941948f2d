import { shownEpoch } from "../format/shown-epoch.ts";
import type { RunVerdict } from "../verdict/judge-run.ts";

/** A verdict in the few characters that a row has: `overfits from 12`. */
export function briefVerdict({ rule, words, epoch }: RunVerdict): string {
  if (epoch === undefined) return words;
  if (rule === "overfitting") return `overfits from ${shownEpoch(epoch)}`;
  return rule === "diverged" ? `diverged at ${shownEpoch(epoch)}` : words;
}
