import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { whole } from "@epochal/testing/full";
import * as tf from "@tensorflow/tfjs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fileSystem } from "./file-system.ts";
import { loadWeights } from "./load-weights.ts";
import { saveModel } from "./save-model.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "epochal-saving-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function model(value = 1): tf.Sequential {
  const created = tf.sequential({
    layers: [
      tf.layers.dense({
        units: 3,
        inputShape: [2],
        kernelInitializer: tf.initializers.constant({ value }),
      }),
      tf.layers.batchNormalization(),
      tf.layers.dense({ units: 1 }),
    ],
  });
  created.compile({ optimizer: tf.train.adam(0.1), loss: "meanSquaredError", metrics: ["mse"] });
  return created;
}
const x = tf.tensor2d([
  [1, 2],
  [3, 4],
]);
const valuesOf = (each: tf.LayersModel) => Array.from((each.predict(x) as tf.Tensor).dataSync());

describe("fileSystem", () => {
  test("saves what loads again, in plain TensorFlow.js, with metadata", async () => {
    const saved = model();
    await saved.save(fileSystem(`file://${folder}/first`));
    const loaded = await tf.loadLayersModel(fileSystem(path.join(folder, "first", "model.json")));
    expect(valuesOf(loaded)).toEqual(valuesOf(saved));
    expect(readdirSync(path.join(folder, "first")).sort()).toEqual([
      "model.json",
      expect.stringMatching(/^weights-[0-9a-z]+\.bin$/),
    ]);
  });

  test("is the layout that every TensorFlow.js reads", async () => {
    const saved = model();
    await saved.save(fileSystem(folder));
    const json = JSON.parse(readFileSync(path.join(folder, "model.json"), "utf8"));
    const bytes = readFileSync(path.join(folder, json.weightsManifest[0].paths[0]));
    const weightData = Uint8Array.from(bytes).buffer;
    const artifacts = {
      modelTopology: json.modelTopology,
      weightSpecs: json.weightsManifest[0].weights,
      weightData,
    };
    const loaded = await tf.loadLayersModel(tf.io.fromMemory(artifacts));
    expect(valuesOf(loaded)).toEqual(valuesOf(saved));
  });

  test("leaves nothing of earlier saves, nor of half-written ones", async () => {
    const saved = model();
    writeFileSync(path.join(folder, "model.json.tmp-dead-0"), "{");
    writeFileSync(path.join(folder, "notes.txt"), "mine");
    for (let i = 0; i < 3; i++) await saved.save(fileSystem(folder));
    expect(readdirSync(folder)).toHaveLength(3);
    expect(readFileSync(path.join(folder, "notes.txt"), "utf8")).toBe("mine");
  });

  test("follows a pointer", async () => {
    const saved = model(2);
    await saved.save(fileSystem(path.join(folder, "epoch-3")));
    writeFileSync(path.join(folder, "best.json"), JSON.stringify({ checkpoint: "epoch-3" }));
    for (const name of ["best", "best.json"]) {
      const loaded = await tf.loadLayersModel(fileSystem(path.join(folder, name)));
      expect(valuesOf(loaded)).toEqual(valuesOf(saved));
    }
  });

  test("says where it found nothing", async () => {
    await expect(tf.loadLayersModel(fileSystem(`${folder}/none`))).rejects.toThrow(
      `fileSystem: there is no model in ${folder}/none`,
    );
    expect(() => fileSystem("")).toThrow('fileSystem: path must be a folder. Received: ""');
  });

  const seed = Number(process.env.EPOCHAL_SEED ?? Date.now() % 1e9);
  test(`holds a whole model whenever the program that saves is killed (seed ${seed})`, async () => {
    const program = new URL("../../test/endless-saves.ts", import.meta.url).pathname;
    for (let round = 0; round < whole(20); round++) {
      const child = spawn(process.execPath, [program, folder], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      await new Promise((resolve) => child.stdout.once("data", resolve));
      await new Promise((resolve) => setTimeout(resolve, (seed + round * 13) % 60));
      child.kill("SIGKILL");
      await new Promise((resolve) => child.once("exit", resolve));
      const artifacts = await fileSystem(folder).load?.();
      const weights = new Float32Array(artifacts?.weightData as ArrayBuffer);
      expect(weights).toHaveLength(1_000_000);
      // Every save writes one number everywhere, and says which.
      const metadata = artifacts?.userDefinedMetadata as { number: number } | undefined;
      expect(weights.every((weight) => weight === metadata?.number)).toBe(true);
    }
    await model().save(fileSystem(folder));
    expect(readdirSync(folder)).toHaveLength(2);
  }, 240_000);
});

describe("saveModel and loadWeights", () => {
  test("save weights alone, and put them back", async () => {
    const [saved, other] = [model(3), model(4)];
    const handler = fileSystem(folder);
    await saveModel(saved, { handler, weightsOnly: true, includeOptimizer: false });
    const before = tf.memory().numTensors;
    await loadWeights(other, folder);
    expect(tf.memory().numTensors).toBe(before);
    expect(valuesOf(other)).toEqual(valuesOf(saved));
    const unlike = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
    await expect(loadWeights(unlike, folder)).rejects.toThrow(
      /with kernel \[2,1\] and bias \[1\] in the model, .+ with kernel \[2,3\] and bias \[3\] in the saved weights/,
    );
  });

  test("save the optimizer's state so that the model loads and trains on", async () => {
    const saved = model();
    await saved.fit(x, tf.tensor2d([[1], [0]]), { epochs: 2, verbose: 0 });
    const handler = fileSystem(folder);
    await saveModel(saved, { handler, weightsOnly: false, includeOptimizer: true });
    const loaded = await tf.loadLayersModel(handler);
    expect(loaded.optimizer.getConfig()).toMatchObject({ learningRate: 0.1 });
    await loaded.fit(x, tf.tensor2d([[1], [0]]), { epochs: 1, verbose: 0 });
    await saved.fit(x, tf.tensor2d([[1], [0]]), { epochs: 1, verbose: 0 });
    for (const [i, value] of valuesOf(loaded).entries()) {
      expect(value).toBeCloseTo(valuesOf(saved)[i] ?? 0, 3);
    }
    const other = model(9);
    await loadWeights(other, handler);
    expect(other.weights).toHaveLength(8);
  });
});
