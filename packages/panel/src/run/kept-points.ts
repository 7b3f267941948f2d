import type { ChartSeries } from "../lines/chart-series.ts";

/** Beyond so many points, neighbours are joined two by two: a chart is hardly wider. */
const MOST = 4096;
/** So many values that are not finite are told. */
const MOST_BROKEN = 256;

/** The columns of a point, or of a few neighbours: `value` is their mean. */
const names = ["step", "epoch", "wallTime", "value", "low", "high", "n"] as const;
type Columns = Record<(typeof names)[number], Float64Array>;

/** A point to keep. */
export interface KeptPoint {
  readonly step: number;
  /** NaN where it was not logged. */
  readonly epoch: number;
  readonly wallTime: number;
  readonly value: number;
}

/**
 * The points of one series, in room that does not grow with it: of a long series the means of neighbouring points, each with its lowest
 * and its highest value. Points come in the order of their steps, as a training logs them; one of an earlier step is put behind.
 */
export class KeptPoints {
  readonly #columns = Object.fromEntries(
    names.map((name) => [name, new Float64Array(MOST)]),
  ) as Columns;
  readonly #broken: KeptPoint[] = [];
  #brokenTotal = 0;
  #length = 0;
  #total = 0;
  /** How many points a full place is made of. */
  #each = 1;

  add(point: KeptPoint): void {
    this.#total++;
    if (!Number.isFinite(point.value)) {
      this.#brokenTotal++;
      if (this.#broken.length < MOST_BROKEN) this.#broken.push(point);
      return;
    }
    const last = this.#length - 1;
    if (last >= 0 && (this.#columns.n[last] ?? 0) < this.#each) {
      this.#join(last, point);
      return;
    }
    if (this.#length === MOST) this.#halve();
    const at = this.#length++;
    const { value } = point;
    const all = { ...point, low: value, high: value, n: 1 };
    for (const name of names) this.#columns[name][at] = all[name];
  }

  /** What a chart draws of it. */
  columns(): ChartSeries {
    const end = this.#length;
    const { low, high, n, ...point } = this.#columns;
    const broken = (read: (point: KeptPoint) => number) => Float64Array.from(this.#broken, read);
    return {
      total: this.#total,
      step: point.step.slice(0, end),
      epoch: point.epoch.slice(0, end),
      wallTime: point.wallTime.slice(0, end),
      value: point.value.slice(0, end),
      ...(this.#each > 1 && {
        low: low.slice(0, end),
        high: high.slice(0, end),
        n: n.slice(0, end),
      }),
      nonFinite: {
        step: broken(({ step }) => step),
        epoch: broken(({ epoch }) => epoch),
        value: broken(({ value }) => value),
        total: this.#brokenTotal,
      },
    };
  }

  /** Adds a point to those of a place. */
  #join(at: number, { value }: KeptPoint): void {
    const { value: means, low, high, n } = this.#columns;
    const count = (n[at] ?? 0) + 1;
    const mean = means[at] ?? value;
    means[at] = mean + (value - mean) / count;
    low[at] = Math.min(low[at] ?? value, value);
    high[at] = Math.max(high[at] ?? value, value);
    n[at] = count;
  }

  /** Makes one place of every two. */
  #halve(): void {
    const { value, low, high, n, ...places } = this.#columns;
    for (let to = 0; to < MOST / 2; to++) {
      const [a, b] = [2 * to, 2 * to + 1];
      for (const column of Object.values(places)) column[to] = column[a] ?? Number.NaN;
      const [first, second] = [n[a] ?? 1, n[b] ?? 1];
      value[to] =
        ((value[a] ?? 0) / (first + second)) * first +
        ((value[b] ?? 0) / (first + second)) * second;
      low[to] = Math.min(low[a] ?? 0, low[b] ?? 0);
      high[to] = Math.max(high[a] ?? 0, high[b] ?? 0);
      n[to] = first + second;
    }
    this.#length = MOST / 2;
    this.#each *= 2;
  }
}
