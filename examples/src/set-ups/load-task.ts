import * as tf from "@tensorflow/tfjs";
import type { BirdStrike } from "../bird-strikes/bird-strike.ts";
import { FeatureEncoder } from "../bird-strikes/feature-encoder.ts";
import { readBirdStrikes } from "../bird-strikes/read-bird-strikes.ts";
import { splitRows } from "../bird-strikes/split-rows.ts";

export interface TaskArgs {
  readonly seed: number;
  /** What is to be predicted from all other columns. */
  readonly target: (row: BirdStrike) => readonly number[];
  /** The column that would give the answer away. */
  readonly hidden?: keyof BirdStrike;
  /** Which rows have an answer. @default all */
  readonly keep?: (row: BirdStrike) => boolean;
}

export interface Data {
  readonly x: tf.Tensor2D;
  readonly y: tf.Tensor2D;
}

/** The bird strikes as the data of one task: three quarters to learn from, the rest to validate with. */
export function loadTask({ seed, target, hidden, keep = () => true }: TaskArgs): {
  readonly train: Data;
  readonly validation: Data;
  readonly width: number;
} {
  const rows = splitRows(readBirdStrikes().filter(keep), { seed, validationShare: 0.25 });
  const visible = (row: BirdStrike) => (hidden === undefined ? row : { ...row, [hidden]: "" });
  const encoder = new FeatureEncoder(rows.train.map(visible));
  const width = encoder.names.length;
  const toData = (part: readonly BirdStrike[]): Data => ({
    x: tf.tensor2d(encoder.encode(part.map(visible)), [part.length, width]),
    y: tf.tensor2d(part.map((row) => [...target(row)])),
  });
  return { train: toData(rows.train), validation: toData(rows.validation), width };
}
