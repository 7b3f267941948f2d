import { divideNoNan } from "../arrays/divide-no-nan.ts";
import type { Confusion } from "./confusion-counts.ts";
import { curvePoints } from "./curve-points.ts";

/** Which curve: true against false positive rate, precision against recall, or precision gain against recall gain. */
export type Curve = "ROC" | "PR" | "PRGAIN";

/** How the area between two points of a curve is filled: by a line, the lower or the higher of both. */
export type SummationMethod = "interpolation" | "minoring" | "majoring";

/**
 * The area under the curve through the counts at each of several ascending thresholds, as Keras 3.16 sums it.
 *
 * Where a ratio has no denominator it is 0: the ROC area of one class alone, which is not defined, comes out as 0.
 */
export function areaUnderCurve(curve: Curve, method: SummationMethod, counts: Confusion): number {
  if (curve === "PR" && method === "interpolation") return interpolatedPrecisionRecall(counts);
  const points = curvePoints(curve, counts);
  let area = 0;
  for (const [i, [x, y]] of points.entries()) {
    const next = points[i + 1];
    if (next !== undefined) area += (x - next[0]) * heightOf[method](y, next[1]);
  }
  return area;
}

const heightOf: Record<SummationMethod, (a: number, b: number) => number> = {
  interpolation: (a, b) => (a + b) / 2,
  minoring: Math.min,
  majoring: Math.max,
};

/** Interpolates the counts, not their ratio (Davis and Goadrich 2006, "The relationship between PR and ROC curves"). */
function interpolatedPrecisionRecall(counts: Confusion): number {
  let area = 0;
  for (let i = 0; i + 1 < counts.truePositives.length; i++) {
    const tp = counts.truePositives[i] ?? 0;
    const nextTp = counts.truePositives[i + 1] ?? 0;
    const predicted = tp + (counts.falsePositives[i] ?? 0);
    const nextPredicted = nextTp + (counts.falsePositives[i + 1] ?? 0);
    const slope = divideNoNan(tp - nextTp, Math.max(predicted - nextPredicted, 0));
    const intercept = nextTp - slope * nextPredicted;
    const ratio = predicted > 0 && nextPredicted > 0 ? predicted / nextPredicted : 1;
    const positives = Math.max(nextTp + (counts.falseNegatives[i + 1] ?? 0), 0);
    area += divideNoNan(slope * (tp - nextTp + intercept * Math.log(ratio)), positives);
  }
  return area;
}
