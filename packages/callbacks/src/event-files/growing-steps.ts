/** Moves the steps of a training behind those of earlier trainings, if they begin at 0 again. */
export class GrowingSteps {
  #last: number;
  #offset = 0;

  constructor(last = -1) {
    this.#last = last;
  }

  /** The last step given. */
  get last(): number {
    return this.#last;
  }

  /** Begins a training at this step. A training that continues where the last one ended keeps its own count. */
  begin(first: number): void {
    this.#offset = Math.max(0, this.#last + 1 - first);
  }

  at(step: number): number {
    const grown = step + this.#offset;
    this.#last = Math.max(this.#last, grown);
    return grown;
  }
}
