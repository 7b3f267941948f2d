import { fromJsonNumber, toJsonNumber } from "@epochal/record";
import { describeReceived } from "../text/describe-received.ts";
import type { Accumulator } from "./accumulator.ts";

/**
 * Numbers in double precision that a metric adds up, all 0 at first; merging two adds them.
 *
 * A metric makes one with `addVariable()`.
 *
 * @example
 * ```ts
 * const counts = new Variable(2);
 * counts.add(1);
 * counts.add(2.5, 1);
 * [...counts.values]; // [1, 2.5]
 * ```
 */
export class Variable implements Accumulator {
  #values: Float64Array;
  readonly #isSized: boolean;

  /** Without a length, the first `reserve()` sets it, and `reset()` forgets it. */
  constructor(length?: number) {
    this.#values = new Float64Array(length ?? 0);
    this.#isSized = length !== undefined;
  }

  /** The first number, or the only one. */
  get value(): number {
    return this.#values[0] ?? 0;
  }

  set value(value: number) {
    this.#values[0] = value;
  }

  /** All numbers, which you may change in place; valid until the next reset. */
  get values(): Float64Array {
    return this.#values;
  }

  /** Adds to the number at `i`. */
  add(amount: number, i = 0): void {
    this.#values[i] = (this.#values[i] ?? 0) + amount;
  }

  /** Makes room for `length` numbers if there are none yet. Returns whether it holds as many now. */
  reserve(length: number): boolean {
    if (!this.#isSized && this.#values.length === 0) this.#values = new Float64Array(length);
    return this.#values.length === length;
  }

  reset(): void {
    if (this.#isSized) this.#values.fill(0);
    else this.#values = new Float64Array(0);
  }

  merge(other: this): void {
    if (other.values.length === 0) return;
    if (!this.reserve(other.values.length)) {
      throw new RangeError(
        `merge: both metrics must have the same number of classes or columns. Received: ${this.#values.length} and ${other.values.length}`,
      );
    }
    for (const [i, value] of other.values.entries()) this.add(value, i);
  }

  getState(): unknown {
    return Array.from(this.#values, toJsonNumber);
  }

  setState(state: unknown): void {
    const numbers = Array.isArray(state) ? state.map(fromJsonNumber) : [undefined];
    const isFitting = !this.#isSized || numbers.length === this.#values.length;
    if (numbers.includes(undefined) || !isFitting) {
      const expected = this.#isSized ? `${this.#values.length} numbers` : "a list of numbers";
      throw new TypeError(`setState: expected ${expected}. Received: ${describeReceived(state)}`);
    }
    this.#values = Float64Array.from(numbers as number[]);
  }
}
