const SMALL = 1024;

/** A list of numbers in double precision that grows by doubling. */
export class NumberBuffer {
  #values = new Float64Array(SMALL);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float64Array(2 * this.#length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  /** The numbers so far: a view, valid until the next change. */
  view(): Float64Array {
    return this.#values.subarray(0, this.#length);
  }

  /** Forgets the numbers, and frees their memory where it is more than a little. */
  clear(): void {
    this.#length = 0;
    if (this.#values.length > SMALL) this.#values = new Float64Array(SMALL);
  }
}
