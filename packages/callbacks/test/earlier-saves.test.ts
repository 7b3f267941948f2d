import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as tf from "@tensorflow/tfjs";
import { afterAll, describe, expect, test } from "vitest";
import { BackupAndRestore } from "../src/callbacks/backup-and-restore.ts";
import { EarlyStopping } from "../src/callbacks/early-stopping.ts";
import { fileSystem } from "../src/saving/file-system.ts";
import { loadWeights } from "../src/saving/load-weights.ts";
import { earlierModels } from "./earlier-models.ts";

const saves = new URL("golden/earlier-saves", import.meta.url).pathname;
const root = mkdtempSync(path.join(tmpdir(), "epochal-earlier-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/**
 * The numbers in each weight, in the order the layers were made in: 1, 2, 3 … where each is in its place. Statistics had moved
 * by a few hundredths.
 */
const numbersIn = (model: tf.LayersModel) =>
  model.weights
    .toSorted((a, b) => a.id - b.id)
    .map((weight) => [...new Set(weight.read().dataSync().map(Math.round))].join());
const inOrder = (model: tf.LayersModel) => model.weights.map((_, i) => String(i + 1));
const checkpoints = Object.entries(earlierModels).filter(([, { backsUp }]) => !backsUp);
const targets = { unfrozen: [], "with a frozen layer": [1], frozen: [0, 1, 2] };

describe.each(Object.entries(targets))(
  "what earlier versions saved, into a model %s",
  (_, frozen) => {
    test.each(checkpoints)("%s", async (name, { create }) => {
      for (const way of ["whole", "weights"]) {
        const model = create();
        for (const i of frozen) (model.layers[i] as tf.layers.Layer).trainable = false;
        await loadWeights(model, `${saves}/${name}/${way}`);
        expect(numbersIn(model), way).toEqual(inOrder(model));
      }
    });
  },
);

test("where names do not lead to layers, shapes must", async () => {
  const named = earlierModels["equals-named"]?.create() as tf.Sequential;
  const before = numbersIn(named);
  await expect(loadWeights(named, `${saves}/equals/weights`)).rejects.toThrow(
    "loadWeights: these weights were saved without their places, and neither layer names nor shapes tell for certain",
  );
  expect(numbersIn(named)).toEqual(before);
  await loadWeights(named, `${saves}/equals/whole`);
  expect(numbersIn(named)).toEqual(inOrder(named));
  const { dense, batchNormalization } = tf.layers;
  const cone = tf.sequential({
    layers: [
      dense({ units: 5, inputShape: [4], name: "first" }),
      batchNormalization({ name: "second" }),
      dense({ units: 3, name: "third" }),
      dense({ units: 1, name: "fourth" }),
    ],
  });
  for (const name of ["cone", "cone-frozen"]) {
    await loadWeights(cone, `${saves}/${name}/weights`);
    expect(numbersIn(cone)).toEqual(inOrder(cone));
  }
});

test("weights of another model are refused", async () => {
  const cone = earlierModels.cone?.create() as tf.Sequential;
  await expect(loadWeights(cone, `${saves}/equals/weights`)).rejects.toThrow(
    /must have the layers that were saved. It has 10 weights, among them .+\/kernel \[4,5\]. Received: .+\/kernel \[4,4\], /,
  );
  await expect(loadWeights(cone, `${saves}/equals/whole`)).rejects.toThrow(
    /the model has 4 and 3 were saved; the first that differ are .+ with kernel \[4,5\] and bias \[5\] in the model/,
  );
});

test("a model whose layers are unknown loads by their names", async () => {
  const handler = fileSystem(`${saves}/equals-frozen/whole`);
  const text = JSON.stringify(await handler.load?.().then(({ modelTopology }) => modelTopology));
  const load = async () => ({
    ...(await handler.load?.()),
    modelTopology: JSON.parse(text.replaceAll('"Dense"', '"Unknown"')) as object,
  });
  const model = earlierModels.equals?.create() as tf.Sequential;
  await loadWeights(model, { load });
  expect(numbersIn(model)).toEqual(inOrder(model));
});

describe("a backup of an earlier version", () => {
  const x = tf.randomNormal([8, 4], 0, 1, "float32", 1);
  const resume = async (name: string, frozen: readonly number[]) => {
    const folder = path.join(root, `${name}-${frozen}`);
    cpSync(`${saves}/${name}`, folder, { recursive: true });
    const model = earlierModels[name]?.create() as tf.Sequential;
    for (const i of frozen) (model.layers[i] as tf.layers.Layer).trainable = false;
    const optimizer = tf.train.adam(0);
    model.compile({ optimizer, loss: "meanSquaredError" });
    const stopping = new EarlyStopping({ monitor: "loss", restoreBestWeights: true });
    const backup = new BackupAndRestore({ backupDir: folder });
    await model.fit(x, tf.ones([8, 1]), { epochs: 2, verbose: 0, callbacks: [stopping, backup] });
    return { model, backup, optimizer };
  };

  test.each([
    ["cone-backup", []],
    ["cone-backup", [0, 1]],
    ["cone-backup-frozen", [0, 1]],
    ["cone-backup-frozen", [0]],
  ])("goes on where its shapes can be read in one way: %s, frozen %o", async (name, frozen) => {
    const { model, backup, optimizer } = await resume(name, frozen);
    expect(backup.resumedFrom).toEqual({ epoch: 1, batch: 0 });
    expect(optimizer.iterations).toBe(2);
    expect(numbersIn(model)).toEqual(inOrder(model));
    for (const [i, weight] of model.trainableWeights.entries()) {
      const { accumulatedFirstMoment: moments } = optimizer as unknown as {
        accumulatedFirstMoment: { variable: tf.Variable }[];
      };
      expect(moments[i]?.variable.shape).toEqual(weight.shape);
    }
  });

  test("is refused where layers could be confused", async () => {
    await expect(resume("equals-backup", [])).rejects.toThrow(
      "BackupAndRestore: the backup is of an earlier version, which did not save the places of weights",
    );
  });
});
