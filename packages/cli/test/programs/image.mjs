// Tells bright squares from bright stripes, on pictures that are drawn here.
import * as tf from "@tensorflow/tfjs";

const size = 8;
const picture = (isSquare, at) =>
  Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => {
      const isInside =
        row >= at && row < at + 3 && (!isSquare || (column >= at && column < at + 3));
      return [isInside ? 1 : ((row * 7 + column * 3 + at) % 5) / 10];
    }),
  );
const kinds = Array.from({ length: 24 }, (_, i) => i % 2);
const pictures = tf.tensor4d(kinds.map((kind, i) => picture(kind === 1, i % 5)));
const labels = tf.oneHot(tf.tensor1d(kinds, "int32"), 2);

const model = tf.sequential();
model.add(
  tf.layers.conv2d({
    inputShape: [size, size, 1],
    filters: 4,
    kernelSize: 3,
    activation: "relu",
    kernelInitializer: tf.initializers.glorotUniform({ seed: 1 }),
  }),
);
model.add(tf.layers.maxPooling2d({ poolSize: 2 }));
model.add(tf.layers.flatten());
model.add(tf.layers.dropout({ rate: 0.1, seed: 3 }));
model.add(
  tf.layers.dense({
    units: 2,
    activation: "softmax",
    kernelInitializer: tf.initializers.glorotUniform({ seed: 2 }),
  }),
);
model.compile({
  optimizer: tf.train.adam(0.01),
  loss: "categoricalCrossentropy",
  metrics: ["accuracy", "precision"],
});
await model.fit(pictures, labels, {
  epochs: 3,
  batchSize: 8,
  shuffle: false,
  validationSplit: 0.25,
  callbacks: {
    onEpochEnd: (epoch, logs) => console.log(`epoch ${epoch} accuracy ${logs.acc.toFixed(2)}`),
  },
});
console.log("done");
