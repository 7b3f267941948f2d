import type { Accumulator } from "../state/accumulator.ts";
import { describeReceived } from "../text/describe-received.ts";
import { ScoreColumn } from "./score-column.ts";
import { type SortedScores, weightOfFirst } from "./sorted-scores.ts";

/** 40 MB of float32 scores without weights. */
const DEFAULT_MAX_SCORES = 10_000_000;

/** The bits that remain tell 18 scores apart; any set has room for these, of both sides. */
const MOST_DROPPED_BITS = 28;

/** The scores of positive and negative samples in order. */
export interface SortedSides {
  readonly positives: SortedScores;
  readonly negatives: SortedScores;
}

/** How many scores there are of positive and of negative samples. */
export interface SideLengths {
  readonly positives: number;
  readonly negatives: number;
}

/**
 * All scores of positive and of negative samples, and their weights; NaN is neither a score nor a weight.
 *
 * Holds at most `maxScores`: beyond that, neighbouring scores are merged, with the weight of both, as often as needed.
 */
export class ScoreSet implements Accumulator {
  readonly #maxScores: number;
  readonly #positives = new ScoreColumn();
  readonly #negatives = new ScoreColumn();
  #droppedBits = 0;
  #isWeighted = false;
  #isMerged = false;
  #version = 0;

  constructor(maxScores: number = DEFAULT_MAX_SCORES) {
    this.#maxScores = maxScores;
  }

  get length(): number {
    return this.#positives.length + this.#negatives.length;
  }

  /** Changes whenever scores are removed or changed. While it is the same, scores are only added. */
  get version(): number {
    return this.#version;
  }

  /** Whether no two different scores were merged. */
  get isExact(): boolean {
    return this.#droppedBits === 0;
  }

  get hasPositives(): boolean {
    return this.#positives.length > 0;
  }

  get hasNegatives(): boolean {
    return this.#negatives.length > 0;
  }

  /** Whether a weight other than 1 was given. */
  get isWeighted(): boolean {
    return this.#isWeighted;
  }

  /** Whether a score may stand for several samples. */
  get isMerged(): boolean {
    return this.#isMerged;
  }

  add(isPositive: boolean, score: number, weight: number): void {
    if (weight !== 1) {
      if (weight === 0) return;
      this.#isWeighted = true;
    }
    (isPositive ? this.#positives : this.#negatives).add(score, weight);
    if (this.length > this.#maxScores) this.#compress();
  }

  /** All scores, or those after the first ones of each side. */
  sorted(after: SideLengths = { positives: 0, negatives: 0 }): SortedSides {
    // Both sides need one precision to be compared.
    if (this.#positives.isDouble !== this.#negatives.isDouble) {
      this.#positives.toDouble();
      this.#negatives.toDouble();
    }
    return {
      positives: this.#positives.sorted(this.#droppedBits, after.positives),
      negatives: this.#negatives.sorted(this.#droppedBits, after.negatives),
    };
  }

  reset(): void {
    this.#version++;
    this.#positives.reset();
    this.#negatives.reset();
    this.#droppedBits = 0;
    this.#isWeighted = false;
    this.#isMerged = false;
  }

  merge(other: this): void {
    if (other.#droppedBits > this.#droppedBits) this.#version++;
    this.#droppedBits = Math.max(this.#droppedBits, other.#droppedBits);
    this.#isWeighted ||= other.#isWeighted;
    this.#isMerged ||= other.#isMerged;
    this.#positives.append(other.#positives);
    this.#negatives.append(other.#negatives);
    if (this.length > this.#maxScores) this.#compress();
  }

  getState(): unknown {
    return {
      droppedBits: this.#droppedBits,
      isWeighted: this.#isWeighted,
      isMerged: this.#isMerged,
      positives: this.#positives.getState(),
      negatives: this.#negatives.getState(),
    };
  }

  setState(state: unknown): void {
    const { droppedBits, isWeighted, isMerged, positives, negatives } = Object(state) as Record<
      string,
      unknown
    >;
    if (!Array.from({ length: MOST_DROPPED_BITS + 1 }, (_, i) => i).includes(Number(droppedBits))) {
      throw new TypeError(
        `setState: expected a set of scores. Received: ${describeReceived(state)}`,
      );
    }
    this.#version++;
    this.#positives.setState(positives);
    this.#negatives.setState(negatives);
    this.#droppedBits = Number(droppedBits);
    this.#isWeighted = isWeighted === true;
    this.#isMerged = isMerged === true;
  }

  /** Makes room: merges equal scores, then neighbours, until half the room is free. */
  #compress(): void {
    this.#version++;
    this.#isMerged = true;
    for (;;) {
      const columns = [this.#positives, this.#negatives];
      const merged = columns.map((column) => mergeEqual(column.sorted(this.#droppedBits)));
      const left = merged.reduce((sum, { scores }) => sum + scores.length, 0);
      if (left <= this.#maxScores / 2 || this.#droppedBits >= MOST_DROPPED_BITS) {
        for (const [i, column] of columns.entries()) {
          column.replace(merged[i]?.scores ?? [], merged[i]?.weights ?? []);
        }
        return;
      }
      this.#droppedBits++;
    }
  }
}

function mergeEqual(sorted: SortedScores): { scores: number[]; weights: number[] } {
  const [scores, weights]: [number[], number[]] = [[], []];
  for (let start = 0; start < sorted.scores.length; ) {
    const score = sorted.scores[start] ?? 0;
    let end = start + 1;
    while (end < sorted.scores.length && sorted.scores[end] === score) end++;
    scores.push(score);
    weights.push(weightOfFirst(sorted, end) - weightOfFirst(sorted, start));
    start = end;
  }
  return { scores, weights };
}
