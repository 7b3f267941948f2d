import type { SeriesPoints } from "../src/index.ts";
import { bruteBuckets, type ModelPoint } from "./brute-force.ts";

type Points = ReadonlyMap<number, ModelPoint>;

/** Columns of a point or a bucket. */
export type Row = (number | null)[];

/** What a chart is drawn of, by looking at every point. */
export function drawn(points: Points, width: number, from = -Infinity, to = Infinity) {
  const inRange = new Map([...points].filter(([step]) => step >= from && step <= to));
  const steps = [...inRange.keys()].sort((a, b) => a - b);
  const rows: Row[] = [];
  const buckets: Row[] = [];
  const bad: Row[] = [];
  const row = (step: number): Row => {
    const { epoch, wallMs, value } = inRange.get(step) as ModelPoint;
    return [step, epoch, wallMs, value];
  };
  const put = (step: number) => {
    const [, epoch = null, , value = null] = row(step);
    if (Number.isFinite(value)) rows.push(row(step));
    else bad.push([step, epoch, value]);
  };
  // A range that begins or ends between steps is as wide as it was asked for, within the series.
  const all = [...points.keys()];
  const first = Math.max(
    from,
    all.reduce((a, b) => Math.min(a, b), Infinity),
  );
  const last = Math.min(
    to,
    all.reduce((a, b) => Math.max(a, b), -Infinity),
  );
  let size = 1;
  while ((last - first + 1) / size > 2 * width) size *= 2;
  // As wide as a level of the rollup, where that leaves enough buckets.
  const levels = [64, 256, 1024, 4096, 16_384, 65_536];
  if (levels.includes(2 * size) && (last - first + 1) / (2 * size) >= 0.75 * width) size *= 2;
  if (steps.length <= 2 * width) for (const step of steps) put(step);
  else {
    for (const [number, bucket] of bruteBuckets(inRange, size)) {
      const { minStep, maxStep, badStep, min, max } = bucket;
      const count = bucket.n - bucket.bad;
      const end = Math.min((number + 1) * size - 1, last);
      const { epoch, wallMs, sum } = bucket;
      if (count > 0) buckets.push([end, epoch, wallMs, sum / count, min, max, count]);
      const extremes = new Set([minStep, maxStep].filter((step) => step !== null));
      for (const step of [...extremes].sort((a, b) => a - b)) put(step);
      if (badStep !== null) put(badStep);
    }
  }
  const badTotal = steps.filter((step) => !Number.isFinite(row(step)[3])).length;
  return { total: steps.length, rows, buckets, bad, badTotal };
}

/** What a later segment went through again, in stretches of equally many points. */
export function asideBuckets(
  points: readonly { step: number; value: number }[],
  width: number,
): Row[] {
  if (points.length <= 2 * width) return [];
  const size = Math.ceil(points.length / width);
  return points.flatMap((_, i): Row[] => {
    if (i % size !== 0) return [];
    const part = points.slice(i, i + size);
    const finite = part.map(({ value }) => value).filter(Number.isFinite);
    if (finite.length === 0) return [];
    const mean = finite.reduce((a, b) => a + b, 0) / finite.length;
    const step = part.at(-1)?.step ?? null;
    return [[step, mean, Math.min(...finite), Math.max(...finite), finite.length]];
  });
}

/** Points as a page keeps them. */
export function toDrawn({ total, step, epoch, wallTime, value, nonFinite, buckets }: SeriesPoints) {
  const known = (it: number | undefined) => (it === undefined || Number.isNaN(it) ? null : it);
  const { step: ends = [], mean, low, high, n } = buckets ?? {};
  return {
    total,
    rows: [...step].map(
      (at, i): Row => [at, known(epoch[i]), wallTime[i] as number, value[i] as number],
    ),
    buckets: [...ends].map(
      (at, i): Row => [
        ...[at, known(buckets?.epoch[i]), known(buckets?.wallTime[i]), known(mean?.[i])],
        ...[known(low?.[i]), known(high?.[i]), known(n?.[i])],
      ],
    ),
    bad: [...nonFinite.step].map(
      (at, i): Row => [at, known(nonFinite.epoch[i]), nonFinite.value[i] as number],
    ),
    badTotal: nonFinite.total,
  };
}
