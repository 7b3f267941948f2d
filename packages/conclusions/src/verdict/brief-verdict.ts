import type { RunVerdict } from "./judge-run.ts";

/** A verdict in the few characters that a row has: `overfits from 11`. Epochs count from 0. */
export function briefVerdict({ rule, words, epoch }: RunVerdict): string {
  if (epoch === undefined) return words;
  if (rule === "overfitting") return `overfits from ${epoch}`;
  return rule === "diverged" ? `diverged at ${epoch}` : words;
}
