import { divideNoNan } from "../arrays/divide-no-nan.ts";
import type { Curve } from "./area-under-curve.ts";
import type { Confusion } from "./confusion-counts.ts";

/** A point of a curve. */
export type Point = readonly [x: number, y: number];

type PointOf = (tp: number, fp: number, tn: number, fn: number) => Point;

const pointOf: Record<Curve, PointOf> = {
  ROC: (tp, fp, tn, fn) => [divideNoNan(fp, fp + tn), divideNoNan(tp, tp + fn)],
  PR: (tp, fp, _tn, fn) => [divideNoNan(tp, tp + fn), divideNoNan(tp, tp + fp)],
  PRGAIN: (tp, fp, tn, fn) => {
    const oddsOfPositive = divideNoNan(tp + fn, fp + tn);
    if (tp === 0) return [0, 1];
    return [Math.max(0, 1 - (oddsOfPositive * fn) / tp), 1 - (oddsOfPositive * fp) / tp];
  },
};

/** The points of a curve at each of the thresholds, as Keras 3.16 computes them. */
export function curvePoints(curve: Curve, counts: Confusion): readonly Point[] {
  const point = pointOf[curve];
  return Array.from(counts.truePositives, (tp, i) =>
    point(
      tp,
      counts.falsePositives[i] ?? 0,
      counts.trueNegatives[i] ?? 0,
      counts.falseNegatives[i] ?? 0,
    ),
  );
}
