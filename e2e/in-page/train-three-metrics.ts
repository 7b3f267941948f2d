import { AUC, F1Score, MeanAbsoluteError } from "@epochal/callbacks";
import * as own from "@tensorflow/tfjs";

/** What a training came to: the History, and what `predict()` says of its end. */
export interface Training {
  readonly backend: string;
  readonly history: Readonly<Record<string, readonly number[]>>;
  readonly labels: readonly number[];
  readonly predictions: readonly number[];
  /** Tensors that `fit()` left behind. */
  readonly leaked: number;
}

/**
 * A seeded training with three metrics and uneven batches, the same wherever it runs.
 *
 * @param tf the copy of TensorFlow.js that the model is of
 */
export async function trainThreeMetrics(tf: typeof own = own): Promise<Training> {
  const x = tf.randomNormal([150, 3], 0, 1, "float32", 31) as own.Tensor2D;
  const rows = x.arraySync();
  const labels = rows.map(([a = 0, b = 0], i) => (a + 0.5 * b + ((i * 7) % 5) / 5 > 1.2 ? 1 : 0));
  const y = tf.tensor2d(labels, [150, 1]);
  const kernelInitializer = tf.initializers.randomNormal({ seed: 3 });
  const model = tf.sequential({
    layers: [
      tf.layers.dense({
        // Copies share what holds the variables, and it takes a name once.
        name: "three",
        units: 1,
        inputShape: [3],
        activation: "sigmoid",
        kernelInitializer,
      }),
    ],
  });
  model.compile({
    optimizer: tf.train.sgd(0.5),
    loss: "binaryCrossentropy",
    metrics: [new AUC(), new F1Score({ average: "micro" }), new MeanAbsoluteError()],
  });
  const [early, late] = [x.slice([0, 0], [100, 3]), x.slice([100, 0], [50, 3])];
  const [earlyY, lateY] = [y.slice([0, 0], [100, 1]), y.slice([100, 0], [50, 1])];
  // More batches than wait on a device for one read.
  const shared = { batchSize: 3, shuffle: false, verbose: 0 };
  // The optimizer makes its variables in the first step.
  await model.fit(early, earlyY, { ...shared, epochs: 1 });
  const before = tf.memory().numTensors;
  const { history } = await model.fit(early, earlyY, {
    ...shared,
    epochs: 3,
    validationData: [late, lateY],
  });
  const leaked = tf.memory().numTensors - before;
  const predictions = model.predict(late) as own.Tensor;
  return {
    backend: tf.getBackend(),
    history: history as Record<string, number[]>,
    labels: labels.slice(100),
    predictions: Array.from(await predictions.data()),
    leaked,
  };
}
