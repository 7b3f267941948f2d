/** With more runs than this, no line is drawn wide enough for all of its points. */
const MANY_RUNS = 60;
const FEWER = { buckets: 200 };
const ALL = {};

/** The stretch of all that was logged of so many runs, as finely as their lines can show it. */
export function wholeStretch(runs: number): { readonly buckets?: number } {
  return runs > MANY_RUNS ? FEWER : ALL;
}
