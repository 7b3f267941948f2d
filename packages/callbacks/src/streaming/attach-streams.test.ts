import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { PassRecorder, type RecordedPass } from "../../test/pass-recorder.ts";
import { rankStatistic } from "../../test/rank-statistic.ts";
import { tinyData, tinyDataset, tinyModel } from "../../test/tiny-training.ts";
import { internalsOf } from "../layers-model/layers-model-internals.ts";
import { AUC } from "../metrics/ranking/auc.ts";

const { x, y, validationData } = tinyData();
const fitArgs = { epochs: 2, batchSize: 4, verbose: 0, validationData };
const areas = (passes: readonly RecordedPass[], size: number) =>
  passes
    .filter(({ labels }) => labels.length === size)
    .map(({ labels, scores }) => rankStatistic(labels, scores));

function recorded() {
  const passes: RecordedPass[] = [];
  return { passes, recorder: new PassRecorder({ passes }) };
}

function closeTo(values: readonly unknown[] | undefined, expected: readonly number[]): void {
  expect(values).toHaveLength(expected.length);
  expected.forEach((value, i) => void expect(values?.[i]).toBeCloseTo(value, 6));
}

describe("one metric object", () => {
  test("serves two models that train at the same time, and keeps no state of its own", async () => {
    const auc = new AUC();
    const first = recorded();
    const second = recorded();
    const models = [tinyModel([auc, first.recorder]), tinyModel([auc, second.recorder], 2)];
    const histories = await Promise.all(models.map((model) => model.fit(x, y, fitArgs)));
    [first, second].forEach(({ passes }, i) => {
      closeTo(histories[i]?.history.auc, areas(passes, 10));
      closeTo(histories[i]?.history.val_auc, areas(passes, 5));
    });
    expect(auc.result()).toBe(new AUC().result());
  });

  test("serves several fits, and a model compiled anew", async () => {
    const { passes, recorder } = recorded();
    const model = tinyModel([new AUC(), recorder]);
    await model.fit(x, y, fitArgs);
    const { history } = await model.fit(x, y, fitArgs);
    closeTo([...(history.val_auc ?? [])], areas(passes, 5).slice(2));
    passes.length = 0;
    model.compile({ optimizer: "adam", loss: "meanSquaredError", metrics: [recorder, new AUC()] });
    const again = await model.fit(x, y, fitArgs);
    closeTo(again.history.auc, areas(passes, 10));
    model.compile({ optimizer: "adam", loss: "meanSquaredError", metrics: ["mse"] });
    const without = await model.fit(x, y, fitArgs);
    expect(Object.keys(without.history).sort()).toEqual(["loss", "mse", "val_loss", "val_mse"]);
  });

  test("a functional model, which compiles itself, may be compiled anew too", async () => {
    const input = tf.input({ shape: [2] });
    const output = tf.layers.dense({ units: 1 }).apply(input) as tf.SymbolicTensor;
    const model = tf.model({ inputs: input, outputs: output });
    for (const name of ["one", "two"]) {
      const { passes, recorder } = recorded();
      model.compile({
        optimizer: "sgd",
        loss: "meanSquaredError",
        metrics: [new AUC({ name }), recorder],
      });
      const { history } = await model.fit(x, y, fitArgs);
      closeTo(history[name], areas(passes, 10));
      closeTo(history[`val_${name}`], areas(passes, 5));
    }
  });

  test("starts afresh after a fit that threw in the middle of an epoch", async () => {
    const { passes, recorder } = recorded();
    const model = tinyModel([new AUC(), recorder]);
    const fails = {
      onBatchEnd: (batch: number) => {
        if (batch === 1) throw new Error("broken");
      },
    };
    await expect(model.fit(x, y, { ...fitArgs, callbacks: fails })).rejects.toThrow("broken");
    passes.length = 0;
    const { history } = await model.fit(x, y, fitArgs);
    closeTo(history.auc, areas(passes, 10));
    closeTo(history.val_auc, areas(passes, 5));
  });

  test("has the value so far of an epoch that was stopped within", async () => {
    const { passes, recorder } = recorded();
    const model = tinyModel([new AUC(), recorder]);
    const stop = {
      onBatchEnd: (batch: number) => {
        if (batch === 1) model.stopTraining = true;
      },
    };
    const { history } = await model.fit(x, y, { ...fitArgs, callbacks: stop });
    expect(Object.keys(history).sort()).toEqual(["auc", "loss", "recorder"]);
    closeTo(history.auc, areas(passes, 8));
  });
});

test("metrics of one name are numbered in training and validation alike, and nothing leaks", async () => {
  const metrics = [new AUC({ name: "a" }), new AUC({ name: "a", curve: "PR" }), "mse"];
  const expected = ["a", "a_1", "loss", "mse"].flatMap((key) => [key, `val_${key}`]).sort();
  for (const data of [tinyDataset(), validationData]) {
    const model = tinyModel(metrics);
    const before = tf.memory().numTensors;
    const { history } = await model.fitDataset(tinyDataset(), {
      epochs: 2,
      verbose: 0,
      validationData: data,
    });
    expect(tf.memory().numTensors).toBe(before);
    expect(Object.keys(history).sort()).toEqual(expected);
    expect(history.val_a).not.toEqual(history.val_a_1);
  }
});

describe("a model of several outputs", () => {
  function twoOutputs(metrics: (string | AUC | PassRecorder)[]) {
    const input = tf.input({ shape: [2] });
    const outputs = ["left", "right"].map(
      (name, seed) =>
        tf.layers
          .dense({ units: 1, name, kernelInitializer: tf.initializers.randomNormal({ seed }) })
          .apply(input) as tf.SymbolicTensor,
    );
    const model = tf.model({ inputs: input, outputs });
    model.compile({ optimizer: "sgd", loss: ["meanSquaredError", "meanAbsoluteError"], metrics });
    return model;
  }
  const other = y.mul(-1).add(1);

  test("has exact values for each output under the right keys", async () => {
    const { passes, recorder } = recorded();
    const model = twoOutputs([new AUC(), recorder, "mae"]);
    const before = tf.memory().numTensors;
    const { history } = await model.fit(x, [y, y], {
      ...fitArgs,
      validationData: [validationData[0], [validationData[1], validationData[1]]],
    });
    expect(tf.memory().numTensors).toBe(before);
    const [left, right] = [0, 1].map((output) =>
      areas(passes, 5).filter((_, i) => i % 2 === output),
    );
    closeTo(history.val_left_auc, left ?? []);
    closeTo(history.val_right_auc, right ?? []);
    const [trained] = [areas(passes, 10)];
    closeTo(
      history.left_auc,
      trained.filter((_, i) => i % 2 === 0),
    );
    closeTo(
      history.right_auc,
      trained.filter((_, i) => i % 2 === 1),
    );
  });

  test("has the losses and TensorFlow.js' own metrics of validation under the right keys too", async () => {
    const model = twoOutputs([new AUC(), "mae"]);
    const [valX, valY] = validationData;
    const targets = [y, other];
    const valTargets = [valY, valY.mul(-1).add(1)];
    const { history } = await model.fit(x, targets, {
      ...fitArgs,
      epochs: 1,
      validationData: [valX, valTargets],
    });
    const predictions = model.predict(valX) as tf.Tensor[];
    const number = (value: tf.Tensor) => value.dataSync()[0] ?? Number.NaN;
    const [p, q] = predictions as [tf.Tensor, tf.Tensor];
    const [t, u] = valTargets as [tf.Tensor, tf.Tensor];
    const expected = {
      val_left_loss: number(p.sub(t).square().mean()),
      val_right_loss: number(q.sub(u).abs().mean()),
      val_left_mae: number(p.sub(t).abs().mean()),
      val_right_mae: number(q.sub(u).abs().mean()),
    };
    for (const [key, value] of Object.entries(expected)) {
      expect(history[key]?.[0]).toBeCloseTo(value, 5);
    }
    expect(history.val_loss?.[0]).toBeCloseTo(expected.val_left_loss + expected.val_right_loss, 5);
    const evaluated = model.evaluate(valX, valTargets) as tf.Scalar[];
    expect(evaluated).toHaveLength(model.metricsNames.length);
    evaluated.forEach((value, i) => {
      expect(number(value)).toBeCloseTo(history[`val_${model.metricsNames[i]}`]?.[0] as number, 5);
    });
  });
});

test("a compiled metric called by others than the model gives the value of these predictions alone", async () => {
  const model = tinyModel([new AUC()]);
  await model.fit(x, y, fitArgs);
  const [[metric] = []] = internalsOf(model).metricsTensors;
  const [labels, scores] = [tf.tensor1d([0, 0, 1, 1]), tf.tensor1d([0.1, 0.4, 0.35, 0.8])];
  expect(metric?.(labels, scores).dataSync()[0]).toBe(0.75);
  expect(metric?.(labels, scores).dataSync()[0]).toBe(0.75);
});
