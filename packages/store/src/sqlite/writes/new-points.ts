/** Points of one series on their way into the database, in the order they were logged. */
export class NewPoints {
  readonly step: number[] = [];
  readonly epoch: (number | null)[] = [];
  readonly wallMs: number[] = [];
  readonly value: (number | null)[] = [];
  lowest = Number.POSITIVE_INFINITY;
  highest = Number.NEGATIVE_INFINITY;
  /** Whether each step was higher than the one before it. */
  ascending = true;

  /** `value` is NULL for NaN. */
  add(step: number, epoch: number | null, wallMs: number, value: number | null): void {
    if (step <= this.highest) this.ascending = false;
    if (step < this.lowest) this.lowest = step;
    if (step > this.highest) this.highest = step;
    this.step.push(step);
    this.epoch.push(epoch);
    this.wallMs.push(wallMs);
    this.value.push(value);
  }
}
