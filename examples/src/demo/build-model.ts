import { AUC, BinaryAccuracy, Precision, Recall } from "@epochal/callbacks";
import * as tf from "@tensorflow/tfjs";
import type { Plan } from "./plan.ts";

/** Cross-entropy as one writes it down. It is NaN as soon as one prediction is exactly 0 or 1. */
function unclippedCrossentropy(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Scalar {
  return tf.tidy(() => {
    const ofPositives = yTrue.mul(yPred.log());
    const ofNegatives = tf.sub(1, yTrue).mul(tf.sub(1, yPred).log());
    return ofPositives.add(ofNegatives).mean().neg().asScalar();
  });
}

export interface BuildModelArgs {
  readonly plan: Plan;
  /** Features a row. */
  readonly width: number;
  /** Of the initial weights. */
  readonly seed: number;
}

/** The model of a plan, compiled. */
export function buildModel({ plan, width, seed }: BuildModelArgs): tf.Sequential {
  const layers = [...plan.units, 1].flatMap((units, index) => {
    const isOutput = index === plan.units.length;
    const dense = tf.layers.dense({
      units,
      activation: isOutput ? "sigmoid" : "relu",
      kernelInitializer: tf.initializers.glorotUniform({ seed: seed + index }),
      ...(index === 0 ? { inputShape: [width] } : {}),
    });
    // Without a seed of its own: with one, TensorFlow.js drops the same units in every step.
    const drops = plan.dropout > 0 && !isOutput;
    return drops ? [dense, tf.layers.dropout({ rate: plan.dropout })] : [dense];
  });
  const model = tf.sequential({ layers });
  model.compile({
    optimizer: tf.train.adam(plan.learningRate),
    loss: plan.loss === "unclippedCrossentropy" ? unclippedCrossentropy : plan.loss,
    metrics: [new BinaryAccuracy({ name: "accuracy" }), new AUC(), new Precision(), new Recall()],
  });
  return model;
}
