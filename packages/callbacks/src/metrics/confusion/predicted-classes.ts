import type { HostArray } from "../../arrays/host-array.ts";

/** A highest score that is no more than this predicts nothing, as in Keras. */
const NOTHING = 1e-9;
/** The threshold for one probability a sample. */
const HALF = 0.5;

/** 1 for each class that a row of `[n, classes]` predicts, else 0; NaN for the classes of a row with a NaN. */
export function predictedClasses(
  { values, shape }: HostArray,
  threshold: number | undefined,
): Float64Array {
  const classes = shape[1] ?? 1;
  const limit = threshold ?? (classes === 1 ? HALF : undefined);
  const predicted = new Float64Array(values.length);
  for (let start = 0; start < values.length; start += classes) {
    let highest = Number.NEGATIVE_INFINITY;
    for (let i = start; i < start + classes; i++)
      highest = Math.max(highest, values[i] ?? Number.NaN);
    for (let i = start; i < start + classes; i++) {
      const score = values[i] ?? Number.NaN;
      if (Number.isNaN(highest)) predicted[i] = Number.NaN;
      else if (limit === undefined) {
        predicted[i] = Number(score === highest && Math.abs(score) > NOTHING);
      } else predicted[i] = Number(Math.fround(score) > Math.fround(limit));
    }
  }
  return predicted;
}
