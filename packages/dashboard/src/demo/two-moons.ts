import * as tf from "@tensorflow/tfjs";

export interface Samples {
  readonly x: tf.Tensor2D;
  readonly y: tf.Tensor2D;
}

/** Points of two half circles that reach into each other, with noise; the same ones for the same seed. */
export function twoMoons(count: number, seed: number): Samples {
  return tf.tidy(() => {
    const noise = tf.randomNormal([count, 2], 0, 0.25, "float32", seed);
    const labels = Array.from({ length: count }, (_, i) => i % 2);
    const points = labels.map((label, i) => {
      const angle = (Math.PI * Math.floor(i / 2)) / (count / 2);
      return label === 0
        ? [Math.cos(angle), Math.sin(angle)]
        : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
    });
    return { x: tf.tensor2d(points).add<tf.Tensor2D>(noise), y: tf.tensor2d(labels, [count, 1]) };
  });
}
