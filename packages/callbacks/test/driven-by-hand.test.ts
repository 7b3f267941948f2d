import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { whole } from "@epochal/testing/full";
import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  Callback,
  CallbackList,
  CSVLogger,
  EarlyStopping,
  History,
  LambdaCallback,
  LearningRateScheduler,
  ModelCheckpoint,
  ReduceLROnPlateau,
  SwapEMAWeights,
  TensorBoard,
  TerminateOnNaN,
} from "../src/index.ts";
import { RecordedRun } from "./recorded-run.ts";
import { tinyData } from "./tiny-training.ts";

const { x, y, validationData } = tinyData();
const folder = mkdtempSync(path.join(tmpdir(), "epochal-by-hand-"));
let folders = 0;

interface Case {
  readonly epochs: number;
  readonly batchSize: number;
  readonly rate: number;
  readonly patience: number;
  readonly minDelta: number;
  readonly restoreBestWeights: boolean;
  readonly saveBestOnly: boolean;
  readonly order: number;
  readonly stopAfter: number | undefined;
}

const cases: fc.Arbitrary<Case> = fc.record({
  epochs: fc.integer({ min: 1, max: 5 }),
  batchSize: fc.integer({ min: 3, max: 11 }),
  rate: fc.constantFrom(0.01, 1, 30),
  patience: fc.integer({ min: 0, max: 2 }),
  minDelta: fc.constantFrom(0, 0.05),
  restoreBestWeights: fc.boolean(),
  saveBestOnly: fc.boolean(),
  order: fc.nat(),
  stopAfter: fc.option(fc.nat({ max: 4 }), { nil: undefined }),
});

/** All that such a training leaves behind. */
function watched({ patience, minDelta, restoreBestWeights, saveBestOnly, order, stopAfter }: Case) {
  const run = new RecordedRun({ nonFinite: true });
  let model: tf.LayersModel | undefined;
  const place = path.join(folder, String(folders++));
  const csv = new CSVLogger({ filename: `${place}.csv` });
  const told: unknown[] = [];
  const list = [
    new History({ run }),
    new EarlyStopping({ patience, minDelta, restoreBestWeights, run }),
    new ReduceLROnPlateau({ patience: 1, factor: 0.5, minDelta, run }),
    new ModelCheckpoint({ filepath: `${place}-{epoch:02d}`, saveBestOnly, run }),
    new TensorBoard({ run, updateFreq: 2 }),
    new LearningRateScheduler({ schedule: (_, rate) => rate * 0.9, per: "batch" }),
    new TerminateOnNaN({ run }),
    csv,
    new SwapEMAWeights(),
    tf.callbacks.earlyStopping({ monitor: "val_loss", patience: 3 }),
    { onEpochEnd: (epoch: number, logs?: tf.Logs) => void told.push(epoch, { ...logs }) },
    {
      onBatchEnd: (batch: number, logs?: tf.Logs) => void told.push(batch, { ...logs }),
      onTrainBegin: () => void told.push("begin"),
      onTrainEnd: () => void told.push("end"),
    },
    new LambdaCallback({
      onEpochEnd: (epoch, logs) => {
        logs.twice = 2 * (logs.loss ?? 0);
        if (epoch === stopAfter && model !== undefined) model.stopTraining = true;
      },
    }),
  ];
  const callbacks = list.map((_, i) => list[(i * 5 + order) % list.length] as object);
  /** What there is to compare; times differ. */
  const left = async (trained: tf.LayersModel) => ({
    told,
    states: callbacks.map((callback) => {
      const state = callback instanceof Callback ? callback.getState() : undefined;
      const { minutes: _, saved, ...rest } = Object(state) as Record<string, unknown>;
      return {
        ...rest,
        saved: (saved as { epoch: number }[] | undefined)?.map(({ epoch }) => epoch),
      };
    }),
    csv: readFileSync(`${place}.csv`, "utf8")
      .split(/[\r\n,]+/)
      .map((cell) => (cell === "" || Number.isNaN(Number(cell)) ? cell : Number(cell))),
    logs: run.logs.map(({ values, position }) => {
      const { steps_per_second: _, ...others } = values;
      return { values: others, position };
    }),
    series: run.series,
    events: run.events.map((event) => ({ ...event, path: undefined })),
    weights: trained.getWeights().map((weight) => Array.from(weight.dataSync())),
  });
  const stopWith = (trained: tf.LayersModel) => {
    model = trained;
  };
  return { callbacks, left, stopWith };
}

function modelOf({ rate }: Case): tf.Sequential {
  const layer = tf.layers.dense({
    units: 1,
    inputShape: [2],
    name: "dense",
    activation: "sigmoid",
    kernelInitializer: "zeros",
  });
  const model = tf.sequential({ layers: [layer] });
  model.compile({ optimizer: tf.train.sgd(rate), loss: "meanSquaredError", metrics: ["mse"] });
  return model;
}

/** What `fit()` does, as somebody would write it. */
async function trainByHand(
  model: tf.Sequential,
  given: readonly object[],
  { epochs, batchSize }: Case,
) {
  const steps = Math.ceil(10 / batchSize);
  const callbacks = new CallbackList([given], { model, epochs, steps });
  await callbacks.onTrainBegin();
  for (let epoch = 0; epoch < epochs && !callbacks.stopTraining; epoch++) {
    await callbacks.onEpochBegin(epoch);
    const sums = { loss: 0, mse: 0 };
    let seen = 0;
    for (let batch = 0; batch < steps && !callbacks.stopTraining; batch++) {
      const size = Math.min(batchSize, 10 - batch * batchSize);
      const [xs, ys] = [x, y].map((all) => all.slice([batch * batchSize, 0], [size, -1]));
      await callbacks.onBatchBegin(batch, { size });
      const [loss = 0, mse = 0] = (await model.trainOnBatch(
        xs as tf.Tensor,
        ys as tf.Tensor,
      )) as number[];
      tf.dispose([xs, ys]);
      sums.loss += loss * size;
      sums.mse += mse * size;
      seen += size;
      await callbacks.onBatchEnd(batch, { size, loss, mse });
    }
    const scores = model.evaluate(...validationData, { batchSize }) as tf.Scalar[];
    await callbacks.onEpochEnd(epoch, {
      val_loss: scores[0],
      val_mse: scores[1],
      loss: sums.loss / seen,
      mse: sums.mse / seen,
    });
    tf.dispose(scores);
  }
  await callbacks.onTrainEnd();
}

/** Numbers as far as float32 knows them: `fit()` adds up its means in it. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, part) =>
      typeof part === "number" && !Number.isInteger(part)
        ? Number.isFinite(part)
          ? Number(part.toPrecision(4))
          : String(part)
        : part,
    ),
  );
}

test("a training driven by hand leaves behind what fit() leaves behind", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (each) => {
      const [fitted, driven] = [watched(each), watched(each)];
      const [first, second] = [modelOf(each), modelOf(each)];
      fitted.stopWith(first);
      driven.stopWith(second);
      const { epochs, batchSize } = each;
      await first.fit(x, y, {
        epochs,
        batchSize,
        validationData: validationData as [tf.Tensor, tf.Tensor],
        shuffle: false,
        verbose: 0,
        callbacks: fitted.callbacks as never,
      });
      await trainByHand(second, driven.callbacks, each);
      expect(rounded(await driven.left(second))).toEqual(rounded(await fitted.left(first)));
    }),
    { numRuns: whole(60) },
  );
});
