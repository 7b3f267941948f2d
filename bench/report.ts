/** Value below which the share `p` of the sample lies. */
export function percentile(sample: Float64Array, p: number): number {
  const sorted = sample.toSorted();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;
}

/** Prints rows beside the first of them, which is the baseline. */
export function report(
  unit: string,
  rows: readonly (readonly [name: string, value: number])[],
): void {
  const baseline = rows[0]?.[1] ?? Number.NaN;
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, value] of rows) {
    const ratio = (value / baseline).toFixed(2);
    console.log(`${name.padEnd(width)}  ${value.toPrecision(3).padStart(9)} ${unit}  x ${ratio}`);
  }
}
