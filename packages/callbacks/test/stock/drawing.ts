import * as tf from "@tensorflow/tfjs";
import { randomNumbers } from "../../src/seed/random-numbers.ts";

export type Draw = <T>(...choices: readonly T[]) => T;

/** What a seed draws, in words, and the tensors that were made of it. */
export class Drawing {
  readonly words: string[] = [];
  readonly random: () => number;
  readonly #made: tf.Tensor[] = [];

  constructor(seed: number) {
    this.random = randomNumbers(seed);
  }

  readonly draw: Draw = (...choices) =>
    choices[Math.floor(this.random() * choices.length)] as never;

  chance(share: number): boolean {
    return this.random() < share;
  }

  say<T>(what: string, value: T): T {
    this.words.push(what);
    return value;
  }

  keep<T extends tf.Tensor>(tensor: T): T {
    this.#made.push(tensor);
    return tensor;
  }

  tensor(shape: number[], value: () => number, dtype: "float32" | "int32" | "bool"): tf.Tensor {
    const size = shape.reduce((all, length) => all * length, 1);
    return this.keep(tf.tensor(Array.from({ length: size }, value), shape, dtype));
  }

  dispose(): void {
    tf.dispose(this.#made);
  }
}
