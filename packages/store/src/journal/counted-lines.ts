/** What of a run is not on disk. */
export interface Missing {
  readonly steps: number;
  /** Other records: its start, its end, events. */
  readonly words: number;
}

/** How many lines there are of each run: steps and other records. */
export class CountedLines {
  readonly #steps = new Map<string, number>();
  readonly #words = new Map<string, number>();

  add(run: string, isStep: boolean, count = 1): void {
    const counts = isStep ? this.#steps : this.#words;
    const sum = (counts.get(run) ?? 0) + count;
    if (sum > 0) counts.set(run, sum);
    else counts.delete(run);
  }

  of(run: string): Missing {
    return { steps: this.#steps.get(run) ?? 0, words: this.#words.get(run) ?? 0 };
  }

  clear(): void {
    this.#steps.clear();
    this.#words.clear();
  }
}
