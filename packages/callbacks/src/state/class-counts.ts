import { describeReceived } from "../text/describe-received.ts";
import { Variable } from "./variable.ts";

/** A confusion matrix: the weight of the samples by true and predicted class. */
export class ClassCounts extends Variable {
  get classes(): number {
    return Math.sqrt(this.values.length);
  }

  /** Makes room for `classes` classes if there are none yet. Returns whether there are as many now. */
  reserveClasses(classes: number): boolean {
    return this.reserve(classes ** 2);
  }

  /** Adds a sample. A class or a weight that is NaN makes every count NaN. */
  count(actual: number, predicted: number, weight: number): void {
    if (Number.isNaN(actual + predicted + weight)) this.values.fill(Number.NaN);
    else this.add(weight, actual * this.classes + predicted);
  }

  at(actual: number, predicted: number): number {
    return this.values[actual * this.classes + predicted] ?? 0;
  }

  /** The weight of the samples of each true class. */
  actual(): readonly number[] {
    return this.#sums((own, other) => this.at(own, other));
  }

  /** The weight of the samples predicted as each class. */
  predicted(): readonly number[] {
    return this.#sums((own, other) => this.at(other, own));
  }

  /** The weight of the samples of each class that were predicted as that class. */
  hits(): readonly number[] {
    return Array.from({ length: this.classes }, (_, i) => this.at(i, i));
  }

  override setState(state: unknown): void {
    if (!Array.isArray(state) || !Number.isInteger(Math.sqrt(state.length))) {
      throw new TypeError(
        `setState: expected the cells of a square matrix. Received: ${describeReceived(state)}`,
      );
    }
    super.setState(state);
  }

  #sums(cell: (own: number, other: number) => number): readonly number[] {
    return Array.from({ length: this.classes }, (_, own) => {
      let sum = 0;
      for (let other = 0; other < this.classes; other++) sum += cell(own, other);
      return sum;
    });
  }
}
