import { readFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs";

export interface Digits {
  /** Shape [n, 8, 8, 1], in [0, 1]. */
  readonly x: tf.Tensor4D;
  /** Shape [n, 1]: the digit. */
  readonly y: tf.Tensor2D;
}

/** Handwritten digits, the first ones to learn from and the last 360, of other writers, to validate with. */
export function loadDigits(): { readonly train: Digits; readonly validation: Digits } {
  const file = new URL("../../data/digits.txt", import.meta.url);
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const toTensors = (part: readonly string[]): Digits => ({
    x: tf.tensor4d(
      part.flatMap((line) =>
        Array.from(line.slice(2), (letter) => Number.parseInt(letter, 17) / 16),
      ),
      [part.length, 8, 8, 1],
    ),
    y: tf.tensor2d(part.map((line) => [Number(line[0])])),
  });
  return { train: toTensors(lines.slice(0, -360)), validation: toTensors(lines.slice(-360)) };
}
