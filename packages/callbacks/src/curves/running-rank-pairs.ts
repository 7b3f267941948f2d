import { type RankPairs, rankPairs } from "./rank-pairs.ts";
import { ScoreFollower } from "./score-follower.ts";
import type { ScoreSet, SortedSides } from "./score-set.ts";
import { SortedRuns } from "./sorted-runs.ts";

/**
 * The pairs of a growing set of scores: each call compares only the new scores with all
 * others.
 *
 * The first call sorts once and keeps nothing. Later calls keep a copy of the scores.
 */
export class RunningRankPairs {
  readonly #follower: ScoreFollower;
  #positives = new SortedRuns();
  #negatives = new SortedRuns();
  #won = 0;
  #tied = 0;

  constructor(set: ScoreSet) {
    this.#follower = new ScoreFollower(set);
  }

  /** Equal to `rankPairs()` of all scores, up to the rounding of fractional weights. */
  pairs(): RankPairs {
    const { kind, sides } = this.#follower.take();
    if (kind === "new") this.#add(sides);
    else this.#start(kind === "first" ? undefined : sides);
    if (kind === "first") return rankPairs(sides);
    return {
      all: this.#positives.weight * this.#negatives.weight,
      won: this.#won,
      tied: this.#tied,
    };
  }

  #start(sides: SortedSides | undefined): void {
    this.#positives = new SortedRuns();
    this.#negatives = new SortedRuns();
    if (sides === undefined) return;
    const { won, tied } = rankPairs(sides);
    this.#won = won;
    this.#tied = tied;
    this.#positives.add(sides.positives);
    this.#negatives.add(sides.negatives);
  }

  #add({ positives, negatives }: SortedSides): void {
    const ofPositives = this.#negatives.compare(positives);
    this.#positives.add(positives);
    // The new positives are among them by now: so each new pair is counted once.
    const ofNegatives = this.#positives.compare(negatives);
    this.#negatives.add(negatives);
    this.#won += ofPositives.below + ofNegatives.above;
    this.#tied += ofPositives.equal + ofNegatives.equal;
  }
}
