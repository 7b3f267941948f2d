import type { Accumulator } from "./accumulator.ts";
import { Variable } from "./variable.ts";

/** Weight, means, and weighted sums of squared deviations and of their products, of pairs of numbers. */
export interface Moments {
  readonly weight: number;
  readonly meanX: number;
  readonly meanY: number;
  readonly squaresX: number;
  readonly squaresY: number;
  readonly products: number;
}

const PARTS = 6;

/**
 * The moments of pairs of numbers, column by column, updated pair by pair without cancellation.
 *
 * (Welford 1962; merged by Chan, Golub and LeVeque 1979, "Updating formulae and a pairwise algorithm for computing sample
 * variances".)
 */
export class CoMoments implements Accumulator {
  // Six numbers for each column.
  readonly #parts = new Variable();

  get columns(): number {
    return this.#parts.values.length / PARTS;
  }

  /** Makes room for `columns` columns if there are none yet. Returns whether there are as many now. */
  reserve(columns: number): boolean {
    return this.#parts.reserve(columns * PARTS);
  }

  add(column: number, x: number, y: number, weight: number): void {
    this.#absorb(column, {
      weight,
      meanX: x,
      meanY: y,
      squaresX: 0,
      squaresY: 0,
      products: 0,
    });
  }

  moments(column: number): Moments {
    const at = column * PARTS;
    const [weight = 0, meanX = 0, meanY = 0, squaresX = 0, squaresY = 0, products = 0] =
      this.#parts.values.subarray(at, at + PARTS);
    return { weight, meanX, meanY, squaresX, squaresY, products };
  }

  /** The columns whose `x` was the same each time. */
  constantColumns(): readonly number[] {
    return Array.from({ length: this.columns }, (_, column) => column).filter((column) => {
      const { weight, squaresX } = this.moments(column);
      return weight > 0 && squaresX === 0;
    });
  }

  reset(): void {
    this.#parts.reset();
  }

  merge(other: this): void {
    if (other.columns === 0) return;
    if (!this.reserve(other.columns)) {
      throw new RangeError(
        `merge: both metrics must have the same number of columns. Received: ${this.columns} and ${other.columns}`,
      );
    }
    for (let column = 0; column < other.columns; column++) {
      this.#absorb(column, other.moments(column));
    }
  }

  getState(): unknown {
    return this.#parts.getState();
  }

  setState(state: unknown): void {
    this.#parts.setState(state);
  }

  #absorb(column: number, b: Moments): void {
    if (b.weight === 0) return;
    const a = this.moments(column);
    const weight = a.weight + b.weight;
    const [stepX, stepY] = [b.meanX - a.meanX, b.meanY - a.meanY];
    const share = (a.weight * b.weight) / weight;
    this.#parts.values.set(
      [
        weight,
        a.meanX + (stepX * b.weight) / weight,
        a.meanY + (stepY * b.weight) / weight,
        a.squaresX + b.squaresX + stepX * stepX * share,
        a.squaresY + b.squaresY + stepY * stepY * share,
        a.products + b.products + stepX * stepY * share,
      ],
      column * PARTS,
    );
  }
}
