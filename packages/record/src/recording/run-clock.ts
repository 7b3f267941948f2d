/** The clock of a run: the time given last, for a run whose times are given; else now. */
export class RunClock {
  #told: number | undefined;

  /** @param startedAt when the run was started, in epoch milliseconds, where its times are given */
  constructor(startedAt: number | undefined) {
    this.#told = startedAt;
  }

  now(): number {
    return this.#told ?? Date.now();
  }

  /** The time of values. From the first values without one the run uses wall-clock time. */
  see(takenAt: number | undefined): number {
    if (this.#told !== undefined) {
      this.#told = takenAt === undefined ? undefined : Math.max(this.#told, takenAt);
    }
    return takenAt ?? Date.now();
  }
}
