import type { ChartSeries } from "@epochal/panel/charts";
import { noise, seededRandom } from "@epochal/testing/random";

/** When the runs of the page were started. */
export const startedAt = Date.UTC(2026, 4, 1, 9, 30);

/** A series of one value an epoch, two minutes each; what is not finite goes where the store puts it. */
export function epochSeries(values: readonly number[], everyMs = 120_000): ChartSeries {
  const all = values.map((value, epoch) => ({ value, epoch }));
  const finite = all.filter(({ value }) => Number.isFinite(value));
  const bad = all.filter(({ value }) => !Number.isFinite(value));
  const column = (points: typeof all, of: (point: (typeof all)[number]) => number) =>
    Float64Array.from(points, of);
  return {
    total: all.length,
    step: column(finite, ({ epoch }) => epoch * 100 + 99),
    epoch: column(finite, ({ epoch }) => epoch),
    wallTime: column(finite, ({ epoch }) => startedAt + (epoch + 1) * everyMs),
    value: column(finite, ({ value }) => value),
    nonFinite: {
      step: column(bad, ({ epoch }) => epoch * 100 + 99),
      epoch: column(bad, ({ epoch }) => epoch),
      value: column(bad, ({ value }) => value),
      total: bad.length,
    },
  };
}

/** A noisy curve that falls from `from` to `to`. */
export function falling(seed: number, epochs: number, from: number, to: number): number[] {
  const random = seededRandom(seed);
  return Array.from(
    { length: epochs },
    (_, i) => to + (from - to) * Math.exp((-4 * i) / epochs) + noise(random, (from - to) * 0.015),
  );
}

/** Batches whose whole epoch alone was logged; of many, buckets with the lowest, the highest and the mean. */
export function batchSeries(
  seed: number,
  count: number,
  perEpoch: number,
  buckets?: number,
): ChartSeries {
  const random = seededRandom(seed);
  const values = Array.from(
    { length: count },
    (_, i) => 0.25 + 0.6 * Math.exp((-5 * i) / count) + Math.abs(noise(random, 0.09)),
  );
  const size = Math.ceil(count / (buckets ?? count));
  const rows = Array.from({ length: Math.ceil(count / size) }, (_, i) => {
    const part = values.slice(i * size, (i + 1) * size);
    return { step: i * size, part };
  });
  const of = (each: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, each);
  const none = new Float64Array();
  return {
    total: count,
    step: of(({ step }) => step),
    epoch: of(({ step }) => Math.floor(step / perEpoch)),
    wallTime: of(({ step }) => startedAt + step * 50),
    value: of(({ part }) => part.reduce((sum, value) => sum + value, 0) / part.length),
    ...(buckets !== undefined && {
      low: of(({ part }) => Math.min(...part)),
      high: of(({ part }) => Math.max(...part)),
      n: of(({ part }) => part.length),
    }),
    nonFinite: { step: none, epoch: none, value: none, total: 0 },
  };
}
