import type { Confusion } from "./confusion-counts.ts";

/**
 * The mean precision over all steps of recall, `Σ (R_i − R_{i+1}) · P_i` over ascending thresholds: the area under the
 * precision-recall curve as steps, without interpolation. 0 without positive samples.
 */
export function averagePrecision(counts: Confusion): number {
  const { truePositives, falsePositives } = counts;
  const positives = truePositives[0] ?? 0;
  let sum = 0;
  for (let i = 0; i + 1 < truePositives.length; i++) {
    const found = truePositives[i] ?? 0;
    const gained = found - (truePositives[i + 1] ?? 0);
    if (gained !== 0) sum += (gained * found) / (found + (falsePositives[i] ?? 0));
  }
  return positives === 0 ? 0 : sum / positives;
}
