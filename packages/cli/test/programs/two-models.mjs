// A large and a small model on the same data, and then the large one a little more.
import * as tf from "@tensorflow/tfjs";

const x = tf.linspace(0, 1, 20).reshape([20, 1]);
const y = x.mul(3).sub(1);
const modelOf = (units) => {
  const model = tf.sequential();
  model.add(tf.layers.dense({ units, activation: "tanh", inputShape: [1] }));
  model.add(tf.layers.dense({ units: 1 }));
  model.compile({ optimizer: "sgd", loss: "meanSquaredError", metrics: ["mae"] });
  return model;
};
const [large, small] = [modelOf(8), modelOf(2)];
await large.fit(x, y, { epochs: 2, verbose: 0 });
await small.fit(x, y, { epochs: 3, verbose: 0 });
await large.fit(x, y, { epochs: 1, verbose: 0 });
