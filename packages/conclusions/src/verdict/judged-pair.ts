import type { EpochCurve } from "./epoch-curve.ts";
import { type PairedCurves, pairedCurves } from "./paired-curves.ts";
import type { RunEvidence } from "./run-evidence.ts";
import { scaleOf } from "./scale-of.ts";
import { thinPair } from "./thin-pair.ts";

/** Two series of one value, on training and on validation data. */
export interface JudgedPair {
  readonly trainKey: string;
  readonly validationKey: string;
  /** The power of two by which the curves were divided. It is negative where more is better: then less is better in the curves. */
  readonly unit: number;
  /** Epochs that have both values. */
  readonly count: number;
  /** How many epochs a point of the curves is the mean of. */
  readonly size: number;
  readonly curves: PairedCurves;
}

/** A longer curve is thinned to so many points. */
const mostPoints = 400;

/** What a run is judged by: its loss on both splits, else a metric whose better way is known. */
export function judgedPair({ series, curves }: RunEvidence): JudgedPair | undefined {
  const validated = series.filter(({ split, per }) => split === "validation" && per === "epoch");
  const candidates = [
    ...validated.filter(({ kind, metric }) => kind === "loss" && metric === "loss"),
    ...validated.filter(({ kind }) => kind === "loss"),
    ...validated.filter(({ kind, direction }) => kind === "metric" && direction !== undefined),
  ];
  for (const validation of candidates) {
    const train = series.find(
      ({ metric, split, per }) =>
        metric === validation.metric && split === "train" && per === "epoch",
    );
    const [a, b] = [curves.get(train?.key ?? ""), curves.get(validation.key)];
    if (train === undefined || a === undefined || b === undefined) continue;
    const isTurned = validation.kind === "metric" && validation.direction === "max";
    const unit = (isTurned ? -1 : 1) * scaleOf(a, b);
    const turned = ({ epochs, values }: EpochCurve) => ({
      epochs,
      values: values.map((value) => value / unit),
    });
    const paired = pairedCurves(turned(a), turned(b));
    const thin = thinPair(paired, mostPoints);
    const count = Math.min(a.count ?? Infinity, b.count ?? Infinity, countOf(paired, a, b));
    return {
      trainKey: train.key,
      validationKey: validation.key,
      unit,
      count,
      size: Math.max(1, Math.round(count / thin.epochs.length)),
      curves: thin,
    };
  }
  return undefined;
}

/** Curves of means know how many epochs they cover, and not which. */
function countOf({ epochs }: PairedCurves, a: EpochCurve, b: EpochCurve): number {
  return a.count === undefined || b.count === undefined ? epochs.length : Infinity;
}
