/** Where the batch of a step stands on an axis of epochs. */
export type EpochSpread = (step: number, epoch: number) => number;

/**
 * Spreads batches over their epochs where they were logged with whole epochs only: the first of four batches of epoch 0 stands at 0.25, the last
 * one at 1. Of the first and the last epoch there may be a part only, so the length of those between counts.
 *
 * @param step ascending
 * @param epoch from 0, beside `step`
 * @returns undefined where epochs are not whole, or none is told twice: then each batch stands where it says
 */
export function spreadEpochs(
  step: ArrayLike<number>,
  epoch: ArrayLike<number>,
): EpochSpread | undefined {
  const begins = new Map<number, number>();
  const ends = new Map<number, number>();
  let count = 0;
  for (let i = 0; i < step.length; i++) {
    const [at, of] = [step[i] ?? 0, epoch[i] ?? Number.NaN];
    if (Number.isNaN(of)) continue;
    if (!Number.isInteger(of)) return undefined;
    count++;
    if (!begins.has(of) || at < (begins.get(of) ?? 0)) begins.set(of, at);
    if (!ends.has(of) || at > (ends.get(of) ?? 0)) ends.set(of, at);
  }
  if (count === begins.size) return undefined;
  const epochs = [...begins.keys()].sort((a, b) => a - b);
  const usual = usualLength(epochs, begins, ends);
  const [first, last] = [epochs[0], epochs.at(-1)];
  return (at, of) => {
    const begin = begins.get(of) ?? at;
    const next = begins.get(of + 1);
    const end = ends.get(of) ?? at;
    // Where the next epoch is not there, an epoch is as long as others are, or longer.
    const length =
      next === undefined || next <= end ? Math.max(usual, end - begin + 1) : next - begin;
    if (of === first && of !== last && next !== undefined && length < usual) {
      return of + 1 - (next - 1 - at) / usual;
    }
    return of + Math.min(1, (at - begin + 1) / length);
  };
}

/** The median of the lengths of the epochs that are whole. */
function usualLength(
  epochs: readonly number[],
  begins: ReadonlyMap<number, number>,
  ends: ReadonlyMap<number, number>,
): number {
  const whole = (of: number) => (begins.get(of + 1) ?? Number.NaN) - (begins.get(of) ?? 0);
  const middle = epochs
    .slice(1, -1)
    .map(whole)
    .filter((length) => length > 0);
  const lengths = middle.length > 0 ? middle : epochs.slice(0, 1).map(whole);
  const sorted = lengths.filter((length) => length > 0).sort((a, b) => a - b);
  const only = epochs[0] ?? 0;
  return sorted[sorted.length >> 1] ?? (ends.get(only) ?? 0) - (begins.get(only) ?? 0) + 1;
}
