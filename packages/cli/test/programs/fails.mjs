// Something goes wrong in the second epoch, and nobody catches it.
import * as tf from "@tensorflow/tfjs";

const x = tf.ones([8, 2]);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: "adam", loss: "meanSquaredError" });

function saveTheModel() {
  throw new Error("no room for the model on the disk");
}

console.log("training begins");
await model.fit(x, tf.ones([8, 1]), {
  epochs: 5,
  verbose: 0,
  callbacks: {
    onEpochEnd: (epoch) => {
      console.error(`epoch ${epoch} is over`);
      if (epoch === 1) saveTheModel();
    },
  },
});
console.log("this is never printed");
