import type { SeriesColumns } from "../wire/series-format.ts";

/** What is drawn of a series with what is new of it. */
export function mergePart(old: SeriesColumns | undefined, fresh: SeriesColumns): SeriesColumns {
  if (old === undefined || fresh.after === Number.NEGATIVE_INFINITY) return fresh;
  const points = joiner(old.step, fresh.after);
  const { low, high, n } = fresh;
  const bad = joiner(old.nonFinite.step, fresh.after);
  return {
    ...fresh,
    after: old.after,
    step: points(old.step, fresh.step),
    epoch: points(old.epoch, fresh.epoch),
    wallTime: points(old.wallTime, fresh.wallTime),
    value: points(old.value, fresh.value),
    ...(low && { low: points(old.low, low) }),
    ...(high && { high: points(old.high, high) }),
    ...(n && { n: points(old.n, n) }),
    nonFinite: {
      ...fresh.nonFinite,
      step: bad(old.nonFinite.step, fresh.nonFinite.step),
      epoch: bad(old.nonFinite.epoch, fresh.nonFinite.epoch),
      value: bad(old.nonFinite.value, fresh.nonFinite.value),
    },
  };
}

/** Joins columns: what the old ones have of the steps before `after`, and all of the new ones. */
function joiner(steps: Float64Array, after: number) {
  const kept = steps.findLastIndex((step) => step < after) + 1;
  return (before: Float64Array = new Float64Array(), behind: Float64Array): Float64Array => {
    const all = new Float64Array(kept + behind.length);
    all.set(before.subarray(0, kept));
    all.set(behind, kept);
    return all;
  };
}
