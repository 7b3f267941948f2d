import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { whole } from "@epochal/testing/full";
import * as tf from "@tensorflow/tfjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BackupAndRestore } from "../src/callbacks/backup-and-restore.ts";
import { EarlyStopping } from "../src/callbacks/early-stopping.ts";
import { ModelCheckpoint } from "../src/callbacks/model-checkpoint.ts";
import { SwapEMAWeights } from "../src/callbacks/swap-ema-weights.ts";
import { loadWeights } from "../src/saving/load-weights.ts";
import { saveModel } from "../src/saving/save-model.ts";
import { optimizers } from "./optimizer-slots.ts";
import { randomModel } from "./random-model.ts";
import { trainFreezing } from "./train-freezing.ts";
import { fillWeights, madeIn, mask, type Values, valuesOf } from "./weights-made.ts";

async function artifactsOf(save: (handler: tf.io.IOHandler) => Promise<unknown>) {
  let artifacts: tf.io.ModelArtifacts = {};
  await save(
    tf.io.withSaveHandler(async (given) => {
      artifacts = given;
      return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: "JSON" } };
    }),
  );
  return artifacts;
}

const seeds = (n: number) => Array.from({ length: whole(n) }, (_, i) => i + 1);

/** Weights through freeze and unfreeze, of generated models, against each weight looked at by itself. */
export function weightsContract(backend: () => Promise<string>): void {
  const root = mkdtempSync(path.join(tmpdir(), "epochal-weights-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  beforeAll(async () => void (await tf.setBackend(await backend())));

  describe("weights through freeze and unfreeze", () => {
    test("saved with the model, alone, or by TensorFlow.js, and loaded into another one", async () => {
      for (const seed of seeds(40)) {
        const random = randomModel({ seed, isNamed: seed % 3 === 0 });
        const saved = random.create();
        fillWeights(saved, seed);
        mask(random, saved, seed);
        const expected = valuesOf(saved);
        const shared = { includeOptimizer: false };
        const saves = {
          whole: await artifactsOf((handler) =>
            saveModel(saved, { handler, weightsOnly: false, ...shared }),
          ),
          alone: await artifactsOf((handler) =>
            saveModel(saved, { handler, weightsOnly: true, ...shared }),
          ),
          stock: await artifactsOf((handler) => saved.save(handler)),
        };
        mask(random, saved, seed + 1000);
        for (const [way, artifacts] of Object.entries(saves)) {
          const targets = seed % 2 === 0 ? [saved, random.create()] : [random.create()];
          for (const target of targets) {
            fillWeights(target, seed + 500);
            mask(random, target, seed + 2000);
            await loadWeights(target, tf.io.fromMemory(artifacts));
            expect(valuesOf(target), `${way}, ${random.text}`).toEqual(expected);
          }
        }
        const loaded = await tf.loadLayersModel(tf.io.fromMemory(saves.whole));
        const named = Object.fromEntries(
          madeIn(saved).map(({ originalName }, i) => [originalName, expected[i]]),
        );
        for (const weight of loaded.weights) {
          expect(Array.from(weight.read().dataSync()), random.text).toEqual(
            named[weight.originalName],
          );
        }
      }
    }, 240_000);

    test("best weights are those of the best epoch, and a checkpoint of it holds them", async () => {
      for (const seed of seeds(20)) {
        const random = randomModel({ seed, isTrained: true });
        const model = random.create();
        fillWeights(model, seed);
        const after: Values[] = [];
        const best = seed % 3;
        const callbacks = [
          new tf.CustomCallback({
            onEpochEnd: (epoch, logs = {}) => {
              after.push(valuesOf(model));
              logs.forced = epoch === best ? 0 : 1 + epoch;
            },
          }),
          new ModelCheckpoint({
            filepath: `${root}/${seed}-{epoch}`,
            monitor: "forced",
            mode: "min",
            keep: { best: 1, last: 1 },
            saveWeightsOnly: seed % 2 === 0,
          }),
          new EarlyStopping({
            monitor: "forced",
            mode: "min",
            patience: 9,
            restoreBestWeights: true,
          }),
        ];
        await trainFreezing(random, seed, model, { callbacks });
        expect(after).toHaveLength(4);
        expect(valuesOf(model), random.text).toEqual(after[best]);
        const target = random.create();
        mask(random, target, seed + 7);
        await loadWeights(target, `${root}/best`);
        expect(valuesOf(target), random.text).toEqual(after[best]);
        await loadWeights(target, `${root}/latest`);
        expect(valuesOf(target), random.text).toEqual(after[3]);
      }
    }, 240_000);

    test("averages are of the weights that train, and leave the others as they are", async () => {
      for (const seed of seeds(20)) {
        const random = randomModel({ seed, isTrained: true });
        const model = random.create();
        fillWeights(model, seed);
        const after: Values[] = [];
        let expected = valuesOf(model).map((values) => [...values]);
        let trained: readonly unknown[] = [];
        const watch = new tf.CustomCallback({
          onTrainBegin: () => {
            trained = (model as unknown as { collectedTrainableWeights: unknown[] })
              .collectedTrainableWeights;
          },
          onBatchEnd: () => {
            after.push(valuesOf(model));
            expected = expected.map((values, i) =>
              values.map((value, j) => 0.5 * value + 0.5 * (after.at(-1)?.[i]?.[j] ?? 0)),
            );
          },
        });
        await trainFreezing(random, seed, model, {
          callbacks: [watch, new SwapEMAWeights({ momentum: 0.5 })],
        });
        const weights = madeIn(model);
        for (const [i, values] of valuesOf(model).entries()) {
          const truth = trained.includes(weights[i]) ? expected[i] : after.at(-1)?.[i];
          for (const [j, value] of values.entries()) {
            expectClose(value, truth?.[j], random.text);
          }
        }
      }
    }, 240_000);

    test("a training that was interrupted goes on as if it had not been", async () => {
      for (const seed of seeds(20)) {
        const random = randomModel({ seed, isTrained: true });
        const optimizer = optimizers[seed % optimizers.length] as () => tf.Optimizer;
        const outcomes: Values[] = [];
        for (const place of ["whole", "interrupted"]) {
          const backupDir = `${root}/${place}-${seed}`;
          let model = random.create();
          for (let i = 0; i < (place === "whole" ? 1 : 2); i++) {
            model = random.create();
            fillWeights(model, seed);
            const interrupt = new tf.CustomCallback({
              onEpochBegin: (epoch) => {
                if (place === "interrupted" && i === 0 && epoch === 1 + (seed % 3)) {
                  throw new Error("interrupted");
                }
              },
            });
            await trainFreezing(random, seed, model, {
              callbacks: [
                new SwapEMAWeights({ momentum: 0.7, swapOnEpoch: seed % 2 === 0 }),
                new EarlyStopping({ monitor: "loss", patience: 9, restoreBestWeights: true }),
                new BackupAndRestore({ backupDir }),
                interrupt,
              ],
              optimizer: optimizer(),
            });
          }
          outcomes.push(valuesOf(model));
        }
        const [expected = [], actual = []] = outcomes;
        for (const [i, values] of actual.entries()) {
          for (const [j, value] of values.entries()) {
            expectClose(value, expected[i]?.[j], random.text);
          }
        }
      }
    }, 240_000);
  });
}

function expectClose(value: number, truth: number | undefined, text: string): void {
  expect(value, text).not.toBeNaN();
  const scale = Math.max(1, Math.abs(truth ?? 0));
  expect(value / scale, text).toBeCloseTo((truth ?? Number.NaN) / scale, 5);
}
