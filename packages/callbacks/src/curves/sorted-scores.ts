import { NumberBuffer } from "../arrays/number-buffer.ts";
import { mergeRuns, type SortedRun, sortRun, weightOfFirst } from "./sorted-run.ts";

const NOTHING: SortedRun = { scores: new Float64Array(0), weightOfFirst: undefined };

/**
 * All scores of one class, kept as sorted runs of at least halving length.
 *
 * So a batch can be taken in and compared with everything before it in about `batch · log²(all)` steps: the value after
 * every batch of a long pass costs little more than the one at its end.
 */
export class SortedScores {
  #runs: SortedRun[] = [];
  #weight = 0;
  readonly #newScores = new NumberBuffer();
  readonly #newWeights = new NumberBuffer();
  #isNewWeighted = false;

  get runs(): readonly SortedRun[] {
    return this.#runs;
  }

  /** The weight of all runs. */
  get weight(): number {
    return this.#weight;
  }

  add(score: number, weight: number): void {
    this.#newScores.push(score);
    this.#newWeights.push(weight);
    if (weight !== 1) this.#isNewWeighted = true;
  }

  /** The scores added since the last call, sorted. They are in no run until they are pushed. */
  takeNew(): SortedRun {
    const weights = this.#isNewWeighted ? this.#newWeights.view() : undefined;
    const run = sortRun(this.#newScores.view(), weights);
    this.#newScores.clear();
    this.#newWeights.clear();
    this.#isNewWeighted = false;
    return run;
  }

  push(run: SortedRun): void {
    if (run.scores.length === 0) return;
    this.#weight += weightOfFirst(run, run.scores.length);
    let merged = run;
    for (
      let last = this.#runs.at(-1);
      last !== undefined && last.scores.length < 2 * merged.scores.length;
      last = this.#runs.at(-1)
    ) {
      merged = mergeRuns(last, merged);
      this.#runs.pop();
    }
    this.#runs.push(merged);
  }

  /** Everything as a single run. */
  all(): SortedRun {
    this.push(this.takeNew());
    const all = this.#runs.reduceRight((merged, run) => mergeRuns(run, merged), NOTHING);
    this.#runs = all.scores.length === 0 ? [] : [all];
    return all;
  }
}
