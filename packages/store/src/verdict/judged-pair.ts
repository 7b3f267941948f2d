import { type PairedCurves, pairedCurves } from "./paired-curves.ts";
import type { RunEvidence } from "./run-evidence.ts";
import { thinCurve } from "./thin-curve.ts";

/** Two series of one value, on training and on validation data. */
export interface JudgedPair {
  readonly trainKey: string;
  readonly validationKey: string;
  /** -1 where more is better: the curves are turned around, so that less is. */
  readonly sign: 1 | -1;
  readonly curves: PairedCurves;
}

/** Longer curves are thinned to so many points. */
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
    const sign = validation.kind === "metric" && validation.direction === "max" ? -1 : 1;
    const turned = (curve: typeof a) => {
      const thin = thinCurve(curve, mostPoints);
      return { epochs: thin.epochs, values: thin.values.map((value) => sign * value) };
    };
    return {
      trainKey: train.key,
      validationKey: validation.key,
      sign,
      curves: pairedCurves(turned(a), turned(b)),
    };
  }
  return undefined;
}
