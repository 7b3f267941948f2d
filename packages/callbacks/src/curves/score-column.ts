import { fromBase64, toBase64 } from "../json/base64.ts";
import { describeReceived } from "../text/describe-received.ts";
import { dropBits, floatsToKeys, keysToFloats } from "./float-key.ts";
import { radixSort } from "./radix-sort.ts";
import type { SortedScores } from "./sorted-scores.ts";

const CHUNK = 16384;
/** From so many on radix sort is faster. */
const MANY = 2048;

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
    // Of the two zeros, which are equal, only one has the key of zero.
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

  /** The scores in order. Their last `droppedBits` bits, as float32 numbers, count as 0, which makes neighbours equal. */
  sorted(droppedBits: number): SortedScores {
    const weights = this.#weights && join(new Float64Array(this.#length), this.#weights);
    if (this.#isDouble && droppedBits === 0) return this.#sortedDoubles(weights);
    const floats = join(new Float32Array(this.#length), this.#chunks);
    if (weights === undefined && droppedBits === 0 && floats.length < MANY) {
      return { scores: floats.sort(), weightOfFirst: undefined };
    }
    const keys = floatsToKeys(floats);
    if (droppedBits > 0) dropBits(keys, droppedBits);
    radixSort(keys, weights);
    return { scores: keysToFloats(keys), weightOfFirst: weights && sumsOf(weights) };
  }

  /** Puts scores in the place of those it has. */
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

  /** Takes in the scores of another column. */
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

  #sortedDoubles(weights: Float64Array | undefined): SortedScores {
    const scores = join(new Float64Array(this.#length), this.#chunks);
    if (weights === undefined) return { scores: scores.sort(), weightOfFirst: undefined };
    const order = Uint32Array.from(scores.keys()).sort(
      (a, b) => (scores[a] ?? 0) - (scores[b] ?? 0) || a - b,
    );
    return {
      scores: Float64Array.from(order, (from) => scores[from] ?? 0),
      weightOfFirst: sumsOf(Float64Array.from(order, (from) => weights[from] ?? 0)),
    };
  }
}

function join<T extends Float32Array | Float64Array>(
  into: T,
  chunks: readonly (Float32Array | Float64Array)[],
): T {
  for (const [i, chunk] of chunks.entries()) {
    into.set(chunk.subarray(0, into.length - i * CHUNK), i * CHUNK);
  }
  return into;
}

function sumsOf(weights: Float64Array): Float64Array {
  const sums = new Float64Array(weights.length + 1);
  for (let i = 0; i < weights.length; i++) sums[i + 1] = (sums[i] ?? 0) + (weights[i] ?? 0);
  return sums;
}
