import type { PairedCurves } from "./paired-curves.ts";

/** Two curves of at most `most` points: means of neighbours, at the epoch of the last of them. */
export function thinPair({ epochs, train, validation }: PairedCurves, most: number): PairedCurves {
  const size = Math.max(1, Math.ceil(epochs.length / most));
  if (size === 1) return { epochs, train, validation };
  const starts = epochs.flatMap((_, i) => (i % size === 0 ? [i] : []));
  const means = (values: readonly number[]) =>
    starts.map((start) => mean(values.slice(start, start + size)));
  return {
    epochs: starts.map((start) => epochs[Math.min(start + size, epochs.length) - 1] ?? 0),
    train: means(train),
    validation: means(validation),
  };
}

/** Divides before it adds: a sum of huge values would overflow. */
function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value / values.length, 0);
}
