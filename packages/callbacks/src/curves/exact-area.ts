import { areaUnderCurve } from "./area-under-curve.ts";
import { averagePrecision } from "./average-precision.ts";
import { countsAtEveryScore } from "./counts-at-every-score.ts";
import type { CurveArea } from "./curve-area.ts";
import { SortedScores } from "./sorted-scores.ts";

/** The exact area under the PR or the PRGAIN curve, with a threshold at every score. Each value walks all scores. */
export class ExactArea implements CurveArea {
  readonly #curve: "PR" | "PRGAIN";
  readonly #positives = new SortedScores();
  readonly #negatives = new SortedScores();

  constructor(curve: "PR" | "PRGAIN") {
    this.#curve = curve;
  }

  add(isPositive: boolean, score: number, weight: number): void {
    (isPositive ? this.#positives : this.#negatives).add(score, weight);
  }

  area(): number {
    const counts = countsAtEveryScore(this.#positives.all(), this.#negatives.all());
    return this.#curve === "PR"
      ? averagePrecision(counts)
      : areaUnderCurve("PRGAIN", "interpolation", counts);
  }
}
