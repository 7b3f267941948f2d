import { type RankPairs, rankPairs } from "./rank-pairs.ts";
import type { ScoreSet, SortedSides } from "./score-set.ts";
import { SortedRuns } from "./sorted-runs.ts";

/**
 * The pairs of a set of scores that grows: each time somebody asks, only the scores that are new are compared with all
 * others.
 *
 * Who asks once pays one sort and no memory. Who asks again pays as much memory as the scores take.
 */
export class RunningRankPairs {
  readonly #set: ScoreSet;
  #positives = new SortedRuns();
  #negatives = new SortedRuns();
  #won = 0;
  #tied = 0;
  /** What of the set was asked for before. */
  #version: number | undefined;

  constructor(set: ScoreSet) {
    this.#set = set;
  }

  /** Equal to `rankPairs()` of all scores, but for the rounding of weights that are no whole numbers. */
  pairs(): RankPairs {
    if (this.#version !== this.#set.version) {
      this.#version = this.#set.version;
      this.#forget();
      return rankPairs(this.#set.sorted());
    }
    const known = this.#positives.length + this.#negatives.length;
    // To sort all of them is faster from here on.
    if (this.#set.length > 2 * known) this.#start(this.#set.sorted());
    else if (this.#set.length > known) this.#add();
    return {
      all: this.#positives.weight * this.#negatives.weight,
      won: this.#won,
      tied: this.#tied,
    };
  }

  #forget(): void {
    this.#positives = new SortedRuns();
    this.#negatives = new SortedRuns();
  }

  #start(sides: SortedSides): void {
    this.#forget();
    const { won, tied } = rankPairs(sides);
    this.#won = won;
    this.#tied = tied;
    this.#positives.add(sides.positives);
    this.#negatives.add(sides.negatives);
  }

  #add(): void {
    const { positives, negatives } = this.#set.sorted({
      positives: this.#positives.length,
      negatives: this.#negatives.length,
    });
    const ofPositives = this.#negatives.compare(positives);
    this.#positives.add(positives);
    // The new positives are among them by now: so each new pair is counted once.
    const ofNegatives = this.#positives.compare(negatives);
    this.#negatives.add(negatives);
    this.#won += ofPositives.below + ofNegatives.above;
    this.#tied += ofPositives.equal + ofNegatives.equal;
  }
}
