"use client";

import { AUC, connect, EarlyStopping, History } from "@epochal/callbacks";
import * as tf from "@tensorflow/tfjs";
import { useEffect, useState } from "react";

/** Trains once, and says how it went. The token stands in the address: ?token=…&url=… */
async function train() {
  const query = new URLSearchParams(location.search);
  const store = await connect({ url: query.get("url"), token: query.get("token") });
  const run = await store.startRun({ config: { units: 1 } });
  const x = tf.randomNormal([200, 2], 0, 1, "float32", 1);
  const y = x.sum(1, true).greater(0).cast("float32");
  const layers = [tf.layers.dense({ units: 1, activation: "sigmoid", inputShape: [2] })];
  const model = tf.sequential({ layers });
  model.compile({ optimizer: "adam", loss: "binaryCrossentropy", metrics: [new AUC()] });
  const stop = new EarlyStopping({ run, monitor: "val_auc", patience: 30 });
  const callbacks = [new History({ run }), stop];
  await run.track(() => model.fit(x, y, { epochs: 5, validationSplit: 0.2, callbacks }));
  return `Trained: ${run.id}`;
}

let training;

export default function Page() {
  const [said, setSaid] = useState("Training …");
  useEffect(() => {
    // Once, though React runs effects twice while a page is developed.
    training ??= train().catch(String);
    training.then(setSaid);
  }, []);
  return <p role="status">{said}</p>;
}
