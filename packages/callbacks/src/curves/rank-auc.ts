import type { CurveArea } from "./curve-area.ts";
import { orderedPairs } from "./ordered-pairs.ts";
import { SortedScores } from "./sorted-scores.ts";

/**
 * The exact area under the ROC curve of all scores added so far: the share of pairs of a positive and a negative sample
 * in which the positive one has the higher score, ties counting half. Without both classes it is 0.
 *
 * (Hanley and McNeil 1982, "The meaning and use of the area under a receiver operating characteristic (ROC) curve".)
 */
export class RankAuc implements CurveArea {
  readonly #positives = new SortedScores();
  readonly #negatives = new SortedScores();
  #pairs = 0;

  add(isPositive: boolean, score: number, weight: number): void {
    (isPositive ? this.#positives : this.#negatives).add(score, weight);
  }

  area(): number {
    const positives = this.#positives.takeNew();
    const negatives = this.#negatives.takeNew();
    for (const earlier of this.#negatives.runs) this.#pairs += orderedPairs(positives, earlier);
    for (const earlier of this.#positives.runs) this.#pairs += orderedPairs(earlier, negatives);
    this.#pairs += orderedPairs(positives, negatives);
    this.#positives.push(positives);
    this.#negatives.push(negatives);
    const allPairs = this.#positives.weight * this.#negatives.weight;
    return allPairs === 0 ? 0 : this.#pairs / allPairs;
  }
}
