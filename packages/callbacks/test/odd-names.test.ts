import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import {
  AUC,
  ConfusionMatrix,
  evaluate,
  F1Score,
  History,
  Mean,
  Precision,
  Sum,
} from "../src/index.ts";
import { RecordedRun } from "./recorded-run.ts";
import { tinyData, tinyModel } from "./tiny-training.ts";

const names = Object.getOwnPropertyNames(Object.prototype);
const { x, y } = tinyData();
const trained = tinyModel();

test.each(names)("a metric called %s works outside of compile()", async (name) => {
  const auc = new AUC({ name });
  auc.updateState([0, 1, 1], [0.2, 0.3, 0.1]);
  expect(Object.entries(auc.namedResults())).toEqual([[name, 0.5]]);
  const twin = auc.clone();
  twin.setState(JSON.parse(JSON.stringify(auc.getState())));
  expect(twin.result()).toBe(0.5);
  const each = new F1Score({ name, classNames: ["__proto__", "constructor"] });
  each.updateState(
    [0, 1],
    [
      [0.6, 0.4],
      [0.7, 0.3],
    ],
  );
  expect(Object.keys(each.namedResults())).toEqual([
    name,
    `${name}[__proto__]`,
    `${name}[constructor]`,
  ]);
  const matrix = new ConfusionMatrix({ name });
  matrix.updateState([0, 1], [0.2, 0.9]);
  expect(Object.keys(matrix.namedResults())).toHaveLength(4);
  const evaluated = await evaluate(trained, x, y, { metrics: [new Precision({ name }), auc] });
  expect(Object.keys(evaluated).slice(-2)).toEqual([name, `${name}_1`]);
  expect(Object.getPrototypeOf(evaluated)).toBe(Object.prototype);
});

test.each(names)("one called %s in compile() is an error that says so", (name) => {
  const compile = () => tinyModel([new AUC({ name })]);
  expect(compile).toThrow(RangeError);
  expect(compile).toThrow(
    `compile: a metric must not have the name of a property that every object has`,
  );
});

test("of several outputs it may be called so, for the keys begin with the outputs' names", async () => {
  const input = tf.input({ shape: [2] });
  const outputs = ["left", "right"].map(
    (name) =>
      tf.layers.dense({ units: 1, activation: "sigmoid", name }).apply(input) as tf.SymbolicTensor,
  );
  const model = tf.model({ inputs: input, outputs });
  model.compile({
    optimizer: "sgd",
    loss: "meanSquaredError",
    metrics: [new AUC({ name: "constructor" })],
  });
  const { history } = await model.fit(x, [y, y], { epochs: 1, verbose: 0 });
  expect(history.left_constructor?.[0]).toBeGreaterThanOrEqual(0);
});

test("values logged under such names by a loop of one's own are kept and recorded", async () => {
  const run = new RecordedRun();
  const history = new History({ run });
  const logs = Object.fromEntries(names.map((name, i) => [name, i]));
  await history.onTrainBegin();
  for (const epoch of [0, 1]) await history.onEpochEnd(epoch, logs);
  expect(Object.entries(history.history)).toEqual(names.map((name, i) => [name, [i, i]]));
  const restored = new History();
  restored.setState(JSON.parse(JSON.stringify(history.getState())));
  expect(Object.entries(restored.history)).toEqual(Object.entries(history.history));
});

test("Mean and Sum may be called as the loss is, for they are not in its logs", () => {
  for (const Class of [Mean, Sum]) {
    const loss = new Class({ name: "loss" });
    loss.updateState([1, 3]);
    expect(Object.keys(loss.namedResults())).toEqual(["loss"]);
    expect(loss.clone().name).toBe("loss");
    expect(() => tinyModel([loss as never])).toThrow("takes values, not labels");
  }
  expect(() => new AUC({ name: "loss" })).toThrow(RangeError);
});
