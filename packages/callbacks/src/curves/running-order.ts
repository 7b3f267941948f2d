import { ScoreFollower } from "./score-follower.ts";
import type { ScoreSet, SortedSides } from "./score-set.ts";
import { SortedRuns } from "./sorted-runs.ts";

/**
 * The scores of a set that grows, in order: each time somebody asks, those that are new are sorted and put among the others.
 *
 * Who asks once pays no memory. Who asks again pays as much as the scores take.
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
