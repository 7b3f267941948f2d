import type { EpochCurve } from "./epoch-curve.ts";

/** Two curves at the epochs that both have. */
export interface PairedCurves {
  readonly epochs: readonly number[];
  readonly train: readonly number[];
  readonly validation: readonly number[];
}

export function pairedCurves(train: EpochCurve, validation: EpochCurve): PairedCurves {
  const at = new Map(validation.epochs.map((epoch, i) => [epoch, validation.values[i] ?? 0]));
  const shared = train.epochs.flatMap((epoch, i) => {
    const value = at.get(epoch);
    return value === undefined ? [] : [{ epoch, train: train.values[i] ?? 0, value }];
  });
  return {
    epochs: shared.map(({ epoch }) => epoch),
    train: shared.map((point) => point.train),
    validation: shared.map(({ value }) => value),
  };
}
