import type { ScoreSet, SortedSides } from "./score-set.ts";

/** What there is to know of a set of scores since somebody asked last. */
export interface ScoreNews {
  /**
   * `"first"`: all scores, and nobody has asked for them before. `"all"`: all of them once more, for there are so many new ones
   * that it is faster. `"new"`: those that have come since.
   */
  readonly kind: "first" | "all" | "new";
  /** The scores in order. */
  readonly sides: SortedSides;
}

/** Knows which scores of a set that grows are new. */
export class ScoreFollower {
  readonly #set: ScoreSet;
  #version: number | undefined;
  #positives = 0;
  #negatives = 0;

  constructor(set: ScoreSet) {
    this.#set = set;
  }

  take(): ScoreNews {
    if (this.#version !== this.#set.version) {
      this.#version = this.#set.version;
      this.#positives = 0;
      this.#negatives = 0;
      return { kind: "first", sides: this.#set.sorted() };
    }
    if (this.#set.length > 2 * (this.#positives + this.#negatives)) {
      this.#positives = 0;
      this.#negatives = 0;
    }
    const kind = this.#positives + this.#negatives === 0 ? "all" : "new";
    const after = { positives: this.#positives, negatives: this.#negatives };
    const sides = this.#set.sorted(after);
    this.#positives += sides.positives.scores.length;
    this.#negatives += sides.negatives.scores.length;
    return { kind, sides };
  }
}
