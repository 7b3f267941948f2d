import { ScoreFollower } from "./score-follower.ts";
import type { ScoreSet, SortedSides } from "./score-set.ts";
import { SortedRuns } from "./sorted-runs.ts";

/**
 * The scores of a set that grows, in order: each call sorts the new ones and merges them into the others.
 *
 * The first call keeps nothing. Later calls keep a copy of the scores.
 */
export class RunningOrder {
  readonly #follower: ScoreFollower;
  #positives = new SortedRuns();
  #negatives = new SortedRuns();

  constructor(set: ScoreSet) {
    this.#follower = new ScoreFollower(set);
  }

  /** The same as `sorted()` of the set. */
  sides(): SortedSides {
    const { kind, sides } = this.#follower.take();
    if (kind !== "new") {
      this.#positives = new SortedRuns();
      this.#negatives = new SortedRuns();
    }
    if (kind === "first") return sides;
    this.#positives.add(sides.positives);
    this.#negatives.add(sides.negatives);
    return { positives: this.#positives.joined(), negatives: this.#negatives.joined() };
  }
}
