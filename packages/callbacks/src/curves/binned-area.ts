import { areaUnderCurve, type Curve, type SummationMethod } from "./area-under-curve.ts";
import { ConfusionCounts } from "./confusion-counts.ts";
import type { CountsAtScores } from "./counts-at-every-score.ts";
import type { CurveArea } from "./curve-area.ts";

/** The area under a curve approximated at fixed thresholds, as Keras 3.16 does. */
export class BinnedArea implements CurveArea {
  readonly #curve: Curve;
  readonly #method: SummationMethod;
  readonly #thresholds: Float64Array;
  readonly #counts: ConfusionCounts;

  /** `thresholds` are the inner ones; one just below 0 and one just above 1 are added. */
  constructor(curve: Curve, method: SummationMethod, thresholds: readonly number[]) {
    this.#curve = curve;
    this.#method = method;
    const all = [-1e-7, ...[...thresholds].sort((a, b) => a - b), 1 + 1e-7];
    this.#thresholds = Float64Array.from(all);
    this.#counts =
      thresholds.length === 0 ? new ConfusionCounts(all, true) : new ConfusionCounts(all);
  }

  get hasPositives(): boolean {
    return this.#counts.hasPositives;
  }

  get hasNegatives(): boolean {
    return this.#counts.hasNegatives;
  }

  add(isPositive: boolean, score: number, weight: number): void {
    this.#counts.add(isPositive, score, weight);
  }

  area(): number {
    return areaUnderCurve(this.#curve, this.#method, this.#counts.counts());
  }

  counts(): CountsAtScores {
    return { ...this.#counts.counts(), thresholds: this.#thresholds };
  }

  /** NaN: it is not known where scores lie between two thresholds. */
  errorBound(): number {
    return Number.NaN;
  }

  reset(): void {
    this.#counts.reset();
  }

  merge(other: this): void {
    this.#counts.merge(other.#counts);
  }

  getState(): unknown {
    return this.#counts.getState();
  }

  setState(state: unknown): void {
    this.#counts.setState(state);
  }
}
