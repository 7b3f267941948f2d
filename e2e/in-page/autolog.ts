// A page that trains two models, one of them in a loop of short fits, and says in one line that they are recorded: /?url=…&token=…

import { autolog, connect } from "@epochal/callbacks";
import * as tf from "@tensorflow/tfjs";

const query = new URLSearchParams(location.search);
await tf.setBackend("cpu");
const store = await connect({ url: query.get("url") ?? "", token: query.get("token") ?? "" });
autolog({ store });

const [x, y] = [tf.linspace(0, 1, 16).reshape([16, 1]), tf.linspace(1, 3, 16).reshape([16, 1])];
const losses: unknown[] = [];
for (const rounds of [4, 1]) {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
  model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
  for (let round = 0; round < rounds; round++) {
    const { history } = await model.fit(x, y, { epochs: 5 - rounds, verbose: 0 });
    losses.push(...(history.loss ?? []));
  }
}
document.body.dataset.losses = JSON.stringify(losses);
