import * as tf from "@tensorflow/tfjs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { RecordedRun } from "../../test/recorded-run.ts";
import { tinyModel } from "../../test/tiny-training.ts";
import { Callback } from "../callbacks/callback.ts";
import { EarlyStopping } from "../callbacks/early-stopping.ts";
import { History } from "../callbacks/history.ts";
import { TensorBoard } from "../callbacks/tensor-board.ts";
import { evaluate } from "../evaluation/evaluate.ts";
import { fit } from "../fitting/fit.ts";
import { BinaryAccuracy } from "../metrics/accuracy/binary-accuracy.ts";
import { MatthewsCorrelation } from "../metrics/confusion/matthews-correlation.ts";
import { Precision } from "../metrics/confusion/precision.ts";
import { Hinge } from "../metrics/hinge/hinge.ts";
import { BinaryCrossentropy } from "../metrics/probabilistic/binary-crossentropy.ts";
import { AUC } from "../metrics/ranking/auc.ts";

const SAMPLES = 12;
const x = tf.tensor2d(Array.from({ length: SAMPLES }, (_, i) => [i / SAMPLES, (i % 3) / 3]));
const labels = (of: (i: number) => number) =>
  tf.tensor2d(Array.from({ length: SAMPLES }, (_, i) => [of(i)]));
const alternating = labels((i) => i % 2);
const zeros = labels(() => 0);
const fitArgs = { epochs: 2, batchSize: 4, verbose: 0 as const };

/** Notes how far a fit came. */
class Noted extends Callback {
  readonly calls: string[] = [];
  async prepareFit(_model: tf.LayersModel, initialEpoch: number): Promise<number> {
    this.calls.push("prepareFit");
    return initialEpoch;
  }
  override async onTrainBegin(): Promise<void> {
    this.calls.push("onTrainBegin");
  }
}

const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  vi.spyOn(console, "warn").mockImplementation((line) => {
    said.push(String(line));
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe("labels that a metric is not made for are an error before the first batch", () => {
  const signed = labels((i) => (i % 2) * 2 - 1);
  const message = (key: string) =>
    `Metric ${key} failed: AUC: labels must be 0 or 1. Received: -1 and 1. Map them with y.add(1).div(2)`;

  test.each<[string, (model: tf.Sequential, callbacks: Noted) => Promise<unknown>, string]>([
    ["training", (model, callbacks) => model.fit(x, signed, { ...fitArgs, callbacks }), "auc"],
    [
      "validation",
      (model, callbacks) =>
        model.fit(x, alternating, { ...fitArgs, callbacks, validationData: [x, signed] }),
      "val_auc",
    ],
    [
      "validation of a dataset",
      (model, callbacks) =>
        model.fitDataset(
          tf.data.zip({ xs: tf.data.array([[0, 1]]), ys: tf.data.array([[1]]) }).batch(1) as never,
          { epochs: 1, callbacks, validationData: [x, signed] as never },
        ),
      "val_auc",
    ],
    [
      "our fit",
      (model, callbacks) => fit(model, x, signed, { ...fitArgs, callbacks: [callbacks] }),
      "auc",
    ],
    [
      "validation of our fit",
      (model, callbacks) =>
        fit(model, x, alternating, {
          ...fitArgs,
          callbacks: [callbacks],
          validationData: [x, signed],
        }),
      "val_auc",
    ],
  ])("of %s", async (_, train, key) => {
    const model = tinyModel([new AUC()]);
    const callback = new Noted();
    const tensors = tf.memory().numTensors;
    await expect(train(model, callback)).rejects.toThrow(message(key));
    expect(callback.calls).toEqual([]);
    expect(tf.memory().numTensors).toBe(tensors);
    await model.fit(x, alternating, fitArgs);
  });

  test("and at the first batch of a dataset", async () => {
    const dataset = tf.data
      .zip({ xs: tf.data.array([[0, 1]]), ys: tf.data.array([[-1]]) })
      .batch(1);
    const fitted = tinyModel([new AUC()]).fitDataset(dataset as never, { epochs: 1 });
    await expect(fitted).rejects.toThrow(
      "Metric auc failed: AUC: labels must be 0 or 1. Received: -1. Map two values a and b with y.sub(a).div(b - a)",
    );
  });

  test("while a hinge loss takes them, and labels between 0 and 1 are taken by all", async () => {
    await tinyModel([new Hinge()]).fit(x, signed, fitArgs);
    expect(said).toEqual([]);
    const soft = labels((i) => [0, 0.3, 0.7, 1][i % 4] ?? 0);
    const model = tinyModel([
      new AUC(),
      new Precision(),
      new BinaryAccuracy(),
      new BinaryCrossentropy(),
    ]);
    await model.fit(x, soft, { ...fitArgs, validationSplit: 0.4 });
    await model.fit(x, soft, { ...fitArgs, validationSplit: 0.4 });
    expect(said).toEqual([
      "Metrics auc, precision, val_auc and val_precision: labels between 0 and 1 count as 1, as in Keras",
      "Metrics binary_accuracy and val_binary_accuracy: labels between 0 and 1 match no prediction, as in Keras",
    ]);
  });
});

describe("validation labels of one class", () => {
  test.each([
    ["validationData", alternating, { validationData: [x, zeros] as [tf.Tensor, tf.Tensor] }],
    ["validationSplit", labels((i) => (i < 9 ? i % 2 : 0)), { validationSplit: 0.25 }],
  ])("leave the area undefined, which is said once before training: %s", async (_, y, args) => {
    const model = tinyModel([new AUC()]);
    const when: number[] = [];
    const stopping = new EarlyStopping({ monitor: "val_auc", patience: 1 });
    const callbacks = [
      new tf.CustomCallback({
        onTrainBegin: async () => {
          when.push(said.length);
        },
      }),
      stopping,
    ];
    const { history } = await model.fit(x, y, { ...fitArgs, ...args, epochs: 3, callbacks });
    expect(said).toEqual(["Metric val_auc will be NaN: no label is positive"]);
    expect(when).toEqual([1]);
    expect(history.val_auc?.every(Number.isNaN)).toBe(true);
    expect(history.auc?.every(Number.isFinite)).toBe(true);
    expect(stopping.best).toBeUndefined();
  });

  test("are said of metrics whose value then means nothing, and of those that are defined nothing", async () => {
    const metrics = [new AUC({ curve: "PR" }), new MatthewsCorrelation(), new BinaryAccuracy()];
    await tinyModel(metrics).fit(x, alternating, { ...fitArgs, validationData: [x, zeros] });
    expect(said).toEqual([
      "Metric val_auc: no label is positive, and of one class alone the area is 0 or 1, as in Keras",
      "Metric val_matthews_correlation: all labels are of class 0, so the value does not tell how good predictions are",
    ]);
  });

  test("are said after an evaluation, once for a model", async () => {
    const model = tinyModel([new AUC()]);
    for (let i = 0; i < 2; i++) {
      const { auc } = await evaluate(model, x, zeros);
      expect(auc).toBeNaN();
    }
    expect(said).toEqual(["Metric auc is NaN: no label is positive"]);
    const other = tinyModel([new AUC()]);
    for (let i = 0; i < 2; i++) other.evaluate(x, zeros);
    expect(said).toHaveLength(2);
    expect(said[1]).toBe(said[0]);
  });

  test("in batches of training are not said, nor recorded as values that are not finite", async () => {
    const sorted = labels((i) => Number(i >= 6));
    const running: unknown[] = [];
    const run = new RecordedRun({ nonFinite: true });
    await tinyModel([new AUC(), new BinaryAccuracy()]).fit(x, sorted, {
      ...fitArgs,
      epochs: 1,
      shuffle: false,
      callbacks: [
        new tf.CustomCallback({ onBatchEnd: async (_, logs) => void running.push(logs?.auc) }),
        new TensorBoard({ run, updateFreq: 1 }),
      ],
    });
    expect(running[0]).toBeNaN();
    expect(said).toEqual([]);
    const batches = run.logs.filter(({ values }) => "batch_loss" in values);
    expect(batches.map(({ values }) => "batch_auc" in values)).toEqual([false, true, true]);
    expect(batches.every(({ values }) => "batch_binary_accuracy" in values)).toBe(true);
    expect(run.events.filter(({ type }) => type === "non_finite")).toEqual([]);
  });

  test("of validation are recorded as a value that is not finite, once", async () => {
    const run = new RecordedRun({ nonFinite: true });
    await tinyModel([new AUC()]).fit(x, alternating, {
      ...fitArgs,
      validationData: [x, zeros],
      callbacks: [new History({ run })],
    });
    expect(run.events.filter(({ type }) => type === "non_finite")).toMatchObject([
      { epoch: 0, key: "val_auc" },
    ]);
    expect(run.logs.map(({ values }) => values.val_auc)).toEqual([Number.NaN, Number.NaN]);
  });
});
