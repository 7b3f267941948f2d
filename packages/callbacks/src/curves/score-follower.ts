import type { ScoreSet, SortedSides } from "./score-set.ts";

/** The scores of a set since the last call. */
export interface ScoreNews {
  /**
   * `"first"`: all scores, at the first call. `"all"`: all of them again, which is faster for many new ones. `"new"`: those
   * since the last call.
   */
  readonly kind: "first" | "all" | "new";
  /** The scores in order. */
  readonly sides: SortedSides;
}

/** Tells which scores of a growing set are new. */
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
