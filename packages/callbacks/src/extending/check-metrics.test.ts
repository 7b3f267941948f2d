import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { evaluate } from "../evaluation/evaluate.ts";
import { AUC } from "../metrics/ranking/auc.ts";
import { MeanAbsoluteError } from "../metrics/regression/mean-absolute-error.ts";

const [auc, mae] = [new AUC(), new MeanAbsoluteError()];
const x = tf.tensor2d([[0], [1]]);

function modelOf(names: readonly string[]): tf.LayersModel {
  const input = tf.input({ shape: [1] });
  const outputs = names.map((name) => tf.layers.dense({ units: 1, name }).apply(input));
  return tf.model({ inputs: input, outputs: outputs as tf.SymbolicTensor[] });
}

describe("metrics of several outputs", () => {
  const model = modelOf(["left", "right"]);
  const wrong: [unknown, string][] = [
    [
      [[auc], [mae]],
      'metrics must not be lists within a list. Write { "left": [new AUC()], "right": [new MeanAbsoluteError()] }',
    ],
    [[["mae"], []], 'lists within a list. Write { "left": ["mae"], "right": [] }'],
    [[[auc, "mae"]], 'lists within a list. Write { "left": [new AUC(), "mae"], "right": [] }'],
    [{ left: [[auc]] }, "metrics.left must not be lists within a list. Write"],
    [{ lft: [auc] }, "metrics must name outputs of the model, left, right. Received: lft"],
    [[null], "metrics must be names, metric objects or functions. Received: null"],
    [
      { right: {} },
      "metrics.right must be names, metric objects or functions. Received: an object",
    ],
  ];

  test.each(wrong)("compile() refuses %o", (metrics, message) => {
    const compile = () =>
      model.compile({ optimizer: "sgd", loss: "meanSquaredError", metrics: metrics as never });
    expect(compile).toThrow(`compile: ${message}`.replace("compile: lists", "lists"));
  });

  test.each(wrong)("evaluate() refuses %o", async (metrics, message) => {
    const evaluating = evaluate(model, x, [x, x], { metrics: metrics as never });
    await expect(evaluating).rejects.toThrow(message);
  });

  test("may be one for an output, or one for all", async () => {
    const one = await evaluate(model, x, [x, x], { metrics: { left: mae } as never });
    expect(Object.keys(one)).toEqual(["left_mean_absolute_error"]);
    const all = await evaluate(model, x, [x, x], { metrics: mae as never });
    expect(Object.keys(all)).toEqual(["left_mean_absolute_error", "right_mean_absolute_error"]);
  });
});

test("of one output the form is one list", () => {
  const compile = () =>
    modelOf(["only"]).compile({
      optimizer: "sgd",
      loss: "meanSquaredError",
      metrics: [[auc], [mae]] as never,
    });
  expect(compile).toThrow("Write [new AUC(), new MeanAbsoluteError()]");
});
