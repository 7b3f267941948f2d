import { fromBase64, toBase64 } from "../json/base64.ts";
import { describeReceived } from "../text/describe-received.ts";
import { dropBits, floatsToKeys, keysToFloats } from "./float-key.ts";
import { radixSort } from "./radix-sort.ts";
import { type SortedScores, sortedScores } from "./sorted-scores.ts";

const CHUNK = 16384;
/** From this many on, radix sort is faster. */
const MANY = 2048;
/** The same for scores with weights, which need a comparison function. */
const MANY_WEIGHTED = 64;

/**
 * The scores of one class as they came, with weights once one is not 1.
 *
 * Four bytes each while all are float32 numbers, as a model's predictions are, else eight; weights take eight more.
 */
export class ScoreColumn {
  #chunks: (Float32Array | Float64Array)[] = [];
  #weights: Float64Array[] | undefined;
  #length = 0;
  #isDouble = false;

  get length(): number {
    return this.#length;
  }

  get isDouble(): boolean {
    return this.#isDouble;
  }

  add(score: number, weight: number): void {
    if (!this.#isDouble && Math.fround(score) !== score) this.toDouble();
    if (weight !== 1) this.#weights ??= this.#chunks.map(() => new Float64Array(CHUNK).fill(1));
    const at = this.#length % CHUNK;
    if (at === 0) {
      this.#chunks.push(this.#isDouble ? new Float64Array(CHUNK) : new Float32Array(CHUNK));
      this.#weights?.push(new Float64Array(CHUNK));
    }
    const last = this.#chunks.length - 1;
    // 0 and −0 are equal, but have different keys.
    (this.#chunks[last] as Float64Array)[at] = score + 0;
    if (this.#weights !== undefined) (this.#weights[last] as Float64Array)[at] = weight;
    this.#length++;
  }

  /** Keeps scores in double precision from now on. */
  toDouble(): void {
    if (this.#isDouble) return;
    this.#isDouble = true;
    this.#chunks = this.#chunks.map((chunk) => Float64Array.from(chunk));
  }

  /**
   * The scores from the one at `from` on, in order. The last `droppedBits` bits of their float32 numbers count as 0, which
   * makes neighbours equal.
   */
  sorted(droppedBits: number, from: number = 0): SortedScores {
    const count = this.#length - from;
    const weights = this.#weights && join(new Float64Array(count), this.#weights, from);
    if (this.#isDouble && droppedBits === 0) {
      return byComparison(join(new Float64Array(count), this.#chunks, from), weights);
    }
    const floats = join(new Float32Array(count), this.#chunks, from);
    if (droppedBits === 0 && count < (weights === undefined ? MANY : MANY_WEIGHTED)) {
      return byComparison(floats, weights);
    }
    const keys = floatsToKeys(floats);
    if (droppedBits > 0) dropBits(keys, droppedBits);
    radixSort(keys, weights);
    return sortedScores(keysToFloats(keys), weights);
  }

  /** Replaces all scores. */
  replace(scores: ArrayLike<number>, weights: ArrayLike<number>): void {
    this.reset();
    for (let i = 0; i < scores.length; i++) this.add(scores[i] ?? 0, weights[i] ?? 1);
  }

  reset(): void {
    this.#chunks = [];
    this.#weights = undefined;
    this.#length = 0;
    this.#isDouble = false;
  }

  /** Adds the scores of another column. */
  append(other: ScoreColumn): void {
    for (let i = 0; i < other.#length; i++) {
      const [chunk, at] = [Math.floor(i / CHUNK), i % CHUNK];
      this.add(other.#chunks[chunk]?.[at] ?? 0, other.#weights?.[chunk]?.[at] ?? 1);
    }
  }

  getState(): unknown {
    const scores = this.#isDouble
      ? join(new Float64Array(this.#length), this.#chunks)
      : join(new Float32Array(this.#length), this.#chunks);
    const weights = this.#weights && join(new Float64Array(this.#length), this.#weights);
    return {
      type: this.#isDouble ? "float64" : "float32",
      scores: toBase64(scores),
      ...(weights === undefined ? {} : { weights: toBase64(weights) }),
    };
  }

  setState(state: unknown): void {
    const { type, scores, weights } = Object(state) as Record<string, unknown>;
    const List = type === "float64" ? Float64Array : type === "float32" ? Float32Array : undefined;
    const scoreBytes = fromBase64(scores);
    const weightBytes = weights === undefined ? undefined : fromBase64(weights);
    const isWhole =
      List !== undefined && (scoreBytes?.byteLength ?? 1) % List.BYTES_PER_ELEMENT === 0;
    const given = isWhole ? new List(scoreBytes as ArrayBuffer) : undefined;
    const isFitting = weights === undefined || weightBytes?.byteLength === (given?.length ?? 0) * 8;
    const givenWeights = isFitting && weightBytes ? new Float64Array(weightBytes) : [];
    if (
      given === undefined ||
      !isFitting ||
      given.some(Number.isNaN) ||
      givenWeights.some(Number.isNaN)
    ) {
      throw new TypeError(`setState: expected scores. Received: ${describeReceived(state)}`);
    }
    this.replace(given, givenWeights);
    if (type === "float64") this.toDouble();
  }
}

function byComparison(
  scores: Float32Array | Float64Array,
  weights: Float64Array | undefined,
): SortedScores {
  if (weights === undefined) return sortedScores(scores.sort(), undefined);
  const order = Uint32Array.from(scores.keys()).sort(
    (a, b) => (scores[a] ?? 0) - (scores[b] ?? 0) || a - b,
  );
  return sortedScores(
    scores.map((_, i) => scores[order[i] ?? 0] ?? 0),
    weights.map((_, i) => weights[order[i] ?? 0] ?? 0),
  );
}

/** Copies the chunks from one place on. */
function join<T extends Float32Array | Float64Array>(
  into: T,
  chunks: readonly (Float32Array | Float64Array)[],
  from: number = 0,
): T {
  for (let i = Math.floor(from / CHUNK); i < chunks.length; i++) {
    const at = i * CHUNK - from;
    const chunk = chunks[i]?.subarray(Math.max(0, -at), into.length - at);
    if (chunk !== undefined) into.set(chunk, Math.max(0, at));
  }
  return into;
}
