import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "vitest";
import { EarlyStopping } from "../src/callbacks/early-stopping.ts";
import { AUC } from "../src/metrics/ranking/auc.ts";
import { PassRecorder, type RecordedPass } from "./pass-recorder.ts";
import { rankStatistic } from "./rank-statistic.ts";

const TRAIN = 90;
const VALIDATION = 50;

/** Rare positives, weakly related to the inputs: batches of 16 often hold none, so averages of batches are far off. */
function samples(n: number, seed: number): { x: tf.Tensor2D; y: tf.Tensor2D } {
  const x = tf.randomNormal([n, 3], 0, 1, "float32", seed) as tf.Tensor2D;
  const values = x.arraySync();
  const y = values.map(([a = 0, b = 0], i) => [a + 0.5 * b + ((i * 7) % 5) / 5 > 1.9 ? 1 : 0]);
  return { x, y: tf.tensor2d(y) };
}

function tinyModel(...metrics: (string | AUC | PassRecorder)[]): tf.Sequential {
  const model = tf.sequential({
    layers: [
      tf.layers.dense({
        units: 1,
        inputShape: [3],
        activation: "sigmoid",
        kernelInitializer: tf.initializers.randomNormal({ seed: 3 }),
      }),
    ],
  });
  model.compile({ optimizer: tf.train.sgd(0.2), loss: "binaryCrossentropy", metrics });
  return model;
}

const auc = ({ labels, scores }: RecordedPass): number =>
  labels.includes(1) ? rankStatistic(labels, scores) : Number.NaN;
const close = (value: unknown, expected: number): void => {
  expect(typeof value).toBe("number");
  // Half of a shuffled epoch may hold no positive.
  if (Number.isNaN(expected)) expect(value).toBeNaN();
  else expect(Math.abs((value as number) - expected)).toBeLessThan(1e-6);
};
const batchesOf = (x: tf.Tensor, y: tf.Tensor, size: number) =>
  tf.data
    .zip({
      xs: tf.data.array(x.arraySync() as number[][]),
      ys: tf.data.array(y.arraySync() as number[][]),
    })
    .batch(size) as tf.data.Dataset<{ xs: tf.Tensor; ys: tf.Tensor }>;

/** What `fit()`, `fitDataset()`, `evaluate()` and `evaluateDataset()` must show on every backend. */
export function exactnessContract(prepare: () => Promise<string>): void {
  describe("values over whole passes", () => {
    let train: { x: tf.Tensor2D; y: tf.Tensor2D };
    let validation: { x: tf.Tensor2D; y: tf.Tensor2D };
    let passes: RecordedPass[] = [];
    const compiled = () => {
      passes = [];
      return tinyModel("accuracy", new AUC(), new PassRecorder({ passes }));
    };
    const ofSize = (n: number) => passes.filter(({ labels }) => labels.length === n);

    beforeAll(async () => {
      const backend = await prepare();
      await tf.setBackend(backend);
      await tf.ready();
      expect(tf.getBackend()).toBe(backend);
      train = samples(TRAIN, 11);
      validation = samples(VALIDATION, 12);
    });

    test("fit: History, every callback and both splits see the exact area, without a second forward pass", async () => {
      const model = compiled();
      const seen: tf.Logs[] = [];
      const running: number[] = [];
      const before = tf.memory().numTensors;
      const { history } = await model.fit(train.x, train.y, {
        epochs: 3,
        batchSize: 16,
        verbose: 0,
        validationData: [validation.x, validation.y],
        callbacks: {
          onBatchEnd: (_batch, logs) => void running.push(logs?.auc ?? Number.NaN),
          onEpochEnd: (_epoch, logs) => void seen.push({ ...logs }),
        },
      });
      expect(tf.memory().numTensors).toBe(before);
      expect(passes).toHaveLength(6);
      expect(ofSize(TRAIN)[0]?.batches).toEqual([16, 16, 16, 16, 16, 10]);
      ofSize(TRAIN).forEach((pass, epoch) => {
        close(history.auc?.[epoch], auc(pass));
        close(seen[epoch]?.auc, auc(pass));
        close(running[epoch * 6 + 5], auc(pass));
        const half = {
          ...pass,
          labels: pass.labels.slice(0, 48),
          scores: pass.scores.slice(0, 48),
        };
        close(running[epoch * 6 + 2], auc(half));
      });
      ofSize(VALIDATION).forEach((pass, epoch) => {
        close(history.val_auc?.[epoch], auc(pass));
        close(seen[epoch]?.val_auc, auc(pass));
      });
      expect(Object.keys(history).sort()).toEqual(
        ["acc", "auc", "loss", "recorder", "val_acc", "val_auc", "val_loss", "val_recorder"].sort(),
      );
    });

    test("the value is far from the average of batches TensorFlow.js would show", async () => {
      const model = compiled();
      const [, , exact] = (
        model.evaluate(validation.x, validation.y, { batchSize: 8 }) as tf.Scalar[]
      ).map((value) => value.dataSync()[0] ?? Number.NaN);
      const [pass] = passes;
      if (pass === undefined || exact === undefined) throw new Error("nothing was evaluated");
      let average = 0;
      for (let i = 0; i < VALIDATION; i += 8) {
        const [labels, scores] = [pass.labels.slice(i, i + 8), pass.scores.slice(i, i + 8)];
        const batch = new AUC();
        batch.updateState(labels, scores);
        // A batch of one class has no area.
        average += ((batch.result() || 0) * labels.length) / VALIDATION;
      }
      close(exact, auc(pass));
      expect(Math.abs(average - exact)).toBeGreaterThan(0.05);
    });

    test("fit with validationSplit, no callbacks", async () => {
      const { history } = await compiled().fit(train.x, train.y, {
        epochs: 2,
        batchSize: 16,
        verbose: 0,
        validationSplit: 0.4,
      });
      ofSize(54).forEach((pass, epoch) => void close(history.auc?.[epoch], auc(pass)));
      ofSize(36).forEach((pass, epoch) => void close(history.val_auc?.[epoch], auc(pass)));
      expect(passes).toHaveLength(4);
    });

    test.each(["dataset", "tensor"])("fitDataset with %s validation", async (kind) => {
      const model = compiled();
      const before = tf.memory().numTensors;
      const { history } = await model.fitDataset(batchesOf(train.x, train.y, 20), {
        epochs: 2,
        verbose: 0,
        validationData:
          kind === "dataset"
            ? batchesOf(validation.x, validation.y, 16)
            : [validation.x, validation.y],
      });
      expect(tf.memory().numTensors).toBe(before);
      expect(passes).toHaveLength(4);
      ofSize(TRAIN).forEach((pass, epoch) => void close(history.auc?.[epoch], auc(pass)));
      ofSize(VALIDATION).forEach((pass, epoch) => void close(history.val_auc?.[epoch], auc(pass)));
    });

    test("evaluate and evaluateDataset outside fit, and inside callbacks of a fit", async () => {
      const model = compiled();
      const inside: number[] = [];
      const area = (values: unknown): number => {
        const [, , scalar] = values as tf.Scalar[];
        const value = scalar?.dataSync()[0] ?? Number.NaN;
        tf.dispose(values as tf.Scalar[]);
        return value;
      };
      const before = tf.memory().numTensors;
      const outside = area(model.evaluate(validation.x, validation.y, { batchSize: 7 }));
      close(outside, auc(passes[0] as RecordedPass));
      close(
        area(await model.evaluateDataset(batchesOf(validation.x, validation.y, 9), {})),
        auc(passes[1] as RecordedPass),
      );
      passes.length = 0;
      const smaller = [train.x.slice([0, 0], [40, 3]), train.y.slice([0, 0], [40, 1])] as const;
      const { history } = await model.fit(train.x, train.y, {
        epochs: 2,
        batchSize: 32,
        verbose: 0,
        validationData: [validation.x, validation.y],
        callbacks: {
          onBatchEnd: () => void inside.push(area(model.evaluate(...smaller))),
          onEpochEnd: async () =>
            void inside.push(area(await model.evaluateDataset(batchesOf(...smaller, 16), {}))),
        },
      });
      tf.dispose([...smaller]);
      expect(tf.memory().numTensors).toBe(before);
      expect(ofSize(40)).toHaveLength(8);
      ofSize(40).forEach((pass, i) => void close(inside[i], auc(pass)));
      ofSize(TRAIN).forEach((pass, epoch) => void close(history.auc?.[epoch], auc(pass)));
      ofSize(VALIDATION).forEach((pass, epoch) => void close(history.val_auc?.[epoch], auc(pass)));
    });

    test("trainOnBatch gives the value of its batch", async () => {
      const model = compiled();
      const [, , first] = (await model.trainOnBatch(train.x, train.y)) as number[];
      const [, , second] = (await model.trainOnBatch(validation.x, validation.y)) as number[];
      close(first, auc(passes[0] as RecordedPass));
      close(second, auc(passes[1] as RecordedPass));
    });

    test("TensorFlow.js' own EarlyStopping acts on the exact values", async () => {
      const model = compiled();
      const { history } = await model.fit(train.x, train.y, {
        epochs: 30,
        batchSize: 16,
        verbose: 0,
        validationData: [validation.x, validation.y],
        callbacks: tf.callbacks.earlyStopping({ monitor: "val_auc", mode: "max", patience: 1 }),
      });
      const areas = ofSize(VALIDATION).map(auc);
      const stop = areas.findIndex((value, i) => i > 0 && value <= Math.max(...areas.slice(0, i)));
      expect(history.val_auc).toHaveLength(stop === -1 ? 30 : stop + 1);
    });

    test("EarlyStopping acts on the exact values and restores the weights of the best epoch", async () => {
      const model = compiled();
      const weights: unknown[] = [];
      const stopping = new EarlyStopping({
        monitor: "val_auc",
        patience: 2,
        restoreBestWeights: true,
      });
      const before = tf.memory().numTensors;
      const keep = {
        onEpochEnd: () => void weights.push(model.getWeights().map((weight) => weight.arraySync())),
      };
      const { epoch } = await model.fit(train.x, train.y, {
        epochs: 30,
        batchSize: 16,
        verbose: 0,
        validationData: [validation.x, validation.y],
        callbacks: [keep, stopping],
      });
      expect(tf.memory().numTensors).toBe(before);
      const areas = ofSize(VALIDATION).map(auc);
      const best = Math.max(...areas);
      close(stopping.best, best);
      expect(stopping.bestEpoch).toBe(areas.indexOf(best));
      expect(epoch).toHaveLength(Math.min(30, stopping.bestEpoch + 3));
      expect(model.getWeights().map((weight) => weight.arraySync())).toEqual(
        weights[stopping.bestEpoch],
      );
      expect(weights.at(-1)).not.toEqual(weights[stopping.bestEpoch]);
    });
  });
}
