import { BinnedArea } from "../../curves/binned-area.ts";
import type { CurveArea } from "../../curves/curve-area.ts";
import { ExactArea } from "../../curves/exact-area.ts";
import { type AUCArgs, isBinned } from "./auc-args.ts";

/** A new area of the kind that these options ask for. */
export function newArea(args: AUCArgs): CurveArea {
  const { curve = "ROC", summationMethod = "interpolation" } = args;
  if (!isBinned(args)) return new ExactArea(curve, args.maxScores);
  const count = args.numThresholds ?? 0;
  const even = Array.from({ length: count - 2 }, (_, i) => (i + 1) / (count - 1));
  return new BinnedArea(curve, summationMethod, args.thresholds ?? even);
}
