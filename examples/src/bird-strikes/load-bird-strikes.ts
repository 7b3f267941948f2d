import * as tf from "@tensorflow/tfjs";
import type { BirdStrike } from "./bird-strike.ts";
import { FeatureEncoder } from "./feature-encoder.ts";
import { readBirdStrikes } from "./read-bird-strikes.ts";
import { splitRows } from "./split-rows.ts";

/** Features of shape [rows, width] and labels of shape [rows, 1]. */
interface Examples {
  readonly x: tf.Tensor2D;
  readonly y: tf.Tensor2D;
}

export interface BirdStrikes {
  readonly train: Examples;
  readonly validation: Examples;
  /** Features a row. */
  readonly width: number;
}

/** 1 where the aircraft was damaged, however little, else 0. */
export function isDamaged(row: BirdStrike): 0 | 1 {
  return row["Effect Amount of damage"] === "None" ? 0 : 1;
}

/** From the file to tensors: 8,000 strikes to learn from, 2,000 to validate with, which ones is up to the seed. */
export function loadBirdStrikes({ seed }: { readonly seed: number }): BirdStrikes {
  const rows = splitRows(readBirdStrikes(), { seed, validationShare: 0.2 });
  const encoder = new FeatureEncoder(rows.train);
  const width = encoder.names.length;
  const toTensors = (part: readonly BirdStrike[]): Examples => ({
    x: tf.tensor2d(encoder.encode(part), [part.length, width]),
    y: tf.tensor2d(Float32Array.from(part, isDamaged), [part.length, 1]),
  });
  return { train: toTensors(rows.train), validation: toTensors(rows.validation), width };
}
