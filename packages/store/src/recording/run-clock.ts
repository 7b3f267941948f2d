/** What time it is for a run: for one whose times are told, what was told last; else now. */
export class RunClock {
  #told: number | undefined;

  /** @param startedAt when a run was started whose times are told, in epoch milliseconds */
  constructor(startedAt: number | undefined) {
    this.#told = startedAt;
  }

  now(): number {
    return this.#told ?? Date.now();
  }

  /** The time of values. From the first ones that have none on, the run goes by the clock on the wall. */
  see(takenAt: number | undefined): number {
    if (this.#told !== undefined) {
      this.#told = takenAt === undefined ? undefined : Math.max(this.#told, takenAt);
    }
    return takenAt ?? Date.now();
  }
}
