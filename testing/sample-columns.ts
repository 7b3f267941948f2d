/** Columns to test with: one value an epoch; what is not finite goes where the store puts it. */
export function sampleColumns(run: string, key: string, values: readonly number[]) {
  const all = values.map((value, epoch) => ({ value, epoch }));
  const finite = all.filter(({ value }) => Number.isFinite(value));
  const bad = all.filter(({ value }) => !Number.isFinite(value));
  const epochs = (points: typeof all) => Float64Array.from(points, ({ epoch }) => epoch);
  const numbers = (points: typeof all) => Float64Array.from(points, ({ value }) => value);
  return {
    run,
    key,
    total: all.length,
    after: Number.NEGATIVE_INFINITY,
    last: all.length - 1,
    step: epochs(finite),
    epoch: epochs(finite),
    value: numbers(finite),
    wallTime: epochs(finite),
    nonFinite: { step: epochs(bad), epoch: epochs(bad), value: numbers(bad), total: bad.length },
  };
}
