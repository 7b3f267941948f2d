/**
 * The values of one run along x, in the order in which they were logged. One place stands for several values where a long series is
 * read in stretches.
 */
export class Line {
  readonly x: number[] = [];
  /** The mean of the finite values there; NaN where there are none. */
  readonly mean: number[] = [];
  /** How many finite values there are, and how many others. */
  readonly count: number[] = [];
  readonly bad: number[] = [];
  /** Whether a place stands for several values, and if so how wide it is along x where that is known. */
  stretch: { readonly width?: number } | undefined;

  /** `value` is NULL for NaN. */
  addPoint(x: number, value: number | null): void {
    if (value !== null && Number.isFinite(value)) this.add(x, value, 1, 0);
    else this.add(x, Number.NaN, 0, 1);
  }

  /** Only its values from one x to another. */
  within(from: number, to: number): Line {
    if (from === -Infinity && to === Infinity) return this;
    const line = new Line();
    line.stretch = this.stretch;
    for (const [i, x] of this.x.entries()) {
      if (x < from || x > to) continue;
      line.add(x, this.mean[i] ?? Number.NaN, this.count[i] ?? 0, this.bad[i] ?? 0);
    }
    return line;
  }

  add(x: number, mean: number, count: number, bad: number): void {
    this.x.push(x);
    this.mean.push(mean);
    this.count.push(count);
    this.bad.push(bad);
  }
}

/** The same lines at common places: of each line one value a place. */
export interface PlacedLines {
  /** Ascending. */
  readonly x: readonly number[];
  /** Of each place as far as it reaches, where that is further than the place itself. */
  readonly width?: number;
  /** Of each line, at each place: NaN where it has no finite value. */
  readonly values: readonly Float64Array[];
  /** Of each line, at each place: how many values are not finite. */
  readonly bad: readonly Float64Array[];
}
