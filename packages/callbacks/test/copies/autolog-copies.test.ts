import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import * as tf from "@tensorflow/tfjs";
import { afterEach, beforeAll, expect, test } from "vitest";
import { autolog } from "../../src/index.ts";
import { MemoryStore } from "../memory-store.ts";
import { type SecondCopy, secondCopy } from "./second-copy.ts";

const args = { epochs: 2, verbose: 0 } as const;

beforeAll(async () => {
  await tf.setBackend("cpu");
});

afterEach(() => autolog({ disable: true }));

let models = 0;

async function train({ sequential, layers }: SecondCopy["layers"]): Promise<tf.History> {
  // The engine, which all copies share, takes a name once.
  const name = `copied${models++}`;
  const dense = layers.dense({ name, units: 1, inputShape: [1], kernelInitializer: "ones" });
  const model = sequential({ layers: [dense] });
  model.compile({ optimizer: tf.train.sgd(0.1), loss: "meanSquaredError", metrics: ["mae"] });
  const history = await model.fit(tf.ones([4, 1]), tf.zeros([4, 1]), args);
  model.dispose();
  return history;
}

function expectRecorded(store: MemoryStore, { history }: tf.History): void {
  const [run] = store.runs;
  expect(store.runs).toHaveLength(1);
  expect(run?.logs.map(({ values }) => values.mae)).toEqual(history.mae);
  expect(run?.options.config).toMatchObject({ optimizer: "sgd", layers: { dense1: { units: 1 } } });
}

test("a second copy of TensorFlow.js is heard as the first one is", async () => {
  const { layers, remove } = secondCopy(true);
  try {
    for (const copy of [tf, layers]) {
      const store = new MemoryStore();
      autolog({ project: "copies", store });
      expectRecorded(store, await train(copy));
    }
  } finally {
    remove();
  }
});

test("so is one that is loaded later, until autolog is taken back", async () => {
  const require = createRequire(createRequire(import.meta.url).resolve("@tensorflow/tfjs"));
  const own = require.resolve("@tensorflow/tfjs-layers");
  const core = createRequire(own).resolve("@tensorflow/tfjs-core");
  const file = path.join(tmpdir(), `epochal-tfjs-layers-${process.pid}.cjs`);
  const code = readFileSync(own, "utf8");
  writeFileSync(
    file,
    code.replaceAll("require('@tensorflow/tfjs-core')", `require(${JSON.stringify(core)})`),
  );
  const store = new MemoryStore();
  autolog({ project: "copies", store });
  try {
    const layers = require(file) as SecondCopy["layers"];
    expect(layers.LayersModel).not.toBe(tf.LayersModel);
    expectRecorded(store, await train(layers));
    autolog({ disable: true });
    await train(layers);
    expect(store.runs).toHaveLength(1);
  } finally {
    delete require.cache[file];
    rmSync(file);
  }
});
