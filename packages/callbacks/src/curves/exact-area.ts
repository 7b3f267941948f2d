import { areaUnderCurve, type Curve } from "./area-under-curve.ts";
import { averagePrecision } from "./average-precision.ts";
import { type CountsAtScores, countsAtEveryScore } from "./counts-at-every-score.ts";
import type { CurveArea } from "./curve-area.ts";
import { delongVariance } from "./delong-variance.ts";
import { type RankPairs, rankPairs } from "./rank-pairs.ts";
import { RunningOrder } from "./running-order.ts";
import { RunningRankPairs } from "./running-rank-pairs.ts";
import { ScoreSet } from "./score-set.ts";

/** The area under a curve with a threshold at every score, from all of them. */
export class ExactArea implements CurveArea {
  readonly #curve: Curve;
  readonly #scores: ScoreSet;
  readonly #running: RunningRankPairs;
  readonly #order: RunningOrder;

  constructor(curve: Curve, maxScores?: number) {
    this.#curve = curve;
    this.#scores = new ScoreSet(maxScores);
    this.#running = new RunningRankPairs(this.#scores);
    this.#order = new RunningOrder(this.#scores);
  }

  get isExact(): boolean {
    return this.#scores.isExact;
  }

  get hasPositives(): boolean {
    return this.#scores.hasPositives;
  }

  get hasNegatives(): boolean {
    return this.#scores.hasNegatives;
  }

  add(isPositive: boolean, score: number, weight: number): void {
    this.#scores.add(isPositive, score, weight);
  }

  area(): number {
    if (this.#curve === "ROC") return rankArea(this.#running.pairs()).area;
    return this.#curve === "PR"
      ? averagePrecision(this.#order.sides())
      : areaUnderCurve("PRGAIN", "interpolation", this.counts());
  }

  counts(): CountsAtScores {
    return countsAtEveryScore(this.#order.sides());
  }

  errorBound(): number {
    if (this.#scores.isExact) return 0;
    return this.#curve === "ROC" ? rankArea(this.#running.pairs()).tied / 2 : Number.NaN;
  }

  /** The standard error of the area under the ROC curve; undefined where merged scores no longer tell it. */
  standardError(): number | undefined {
    if (this.#scores.isMerged && this.#scores.isWeighted) return undefined;
    const sides = this.#scores.sorted();
    const variance = delongVariance(
      sides,
      rankArea(rankPairs(sides)).area,
      !this.#scores.isWeighted,
    );
    return Math.sqrt(variance);
  }

  reset(): void {
    this.#scores.reset();
  }

  merge(other: this): void {
    this.#scores.merge(other.#scores);
  }

  getState(): unknown {
    return this.#scores.getState();
  }

  setState(state: unknown): void {
    this.#scores.setState(state);
  }
}

export interface RankArea {
  /** The area under the ROC curve; 0 without both classes. */
  readonly area: number;
  /** The share of pairs of a positive and a negative sample with equal scores. */
  readonly tied: number;
}

/**
 * The share of pairs of a positive and a negative sample in which the positive one has the higher score, ties counting
 * half: the exact area under the ROC curve.
 *
 * (Hanley and McNeil 1982, "The meaning and use of the area under a receiver operating characteristic (ROC) curve".)
 */
export function rankArea({ all, won, tied }: RankPairs): RankArea {
  return all === 0 ? { area: 0, tied: 0 } : { area: (won + tied / 2) / all, tied: tied / all };
}
