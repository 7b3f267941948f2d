// Learns which words are cheerful, from a dataset that a generator makes.
const tf = require("@tensorflow/tfjs");

const words = ["good", "fine", "glad", "bad", "sad", "poor"];
const samples = Array.from({ length: 24 }, (_, i) => [i % 6, (i * 5 + 1) % 6, (i * 2) % 6]);
const isCheerful = (sample) => (sample.filter((word) => word < 3).length > 1 ? 1 : 0);
const dataset = tf.data
  .generator(function* () {
    for (const sample of samples)
      yield { xs: tf.tensor1d(sample), ys: tf.tensor1d([isCheerful(sample)]) };
  })
  .batch(8);

async function main() {
  const model = tf.sequential({
    layers: [
      tf.layers.embedding({ inputDim: words.length, outputDim: 3, inputLength: 3 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 1, activation: "sigmoid" }),
    ],
  });
  model.compile({ optimizer: "rmsprop", loss: "binaryCrossentropy", metrics: ["accuracy"] });
  // One epoch at a time, as people do who look at the model in between.
  for (let epoch = 0; epoch < 3; epoch++) {
    const { history } = await model.fitDataset(dataset, { epochs: 1, verbose: 0 });
    console.log(`round ${epoch}: loss ${Number(history.loss[0]).toFixed(2)}`);
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
