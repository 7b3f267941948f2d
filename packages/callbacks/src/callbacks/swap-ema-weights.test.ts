import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { callbackContract, refusesArguments } from "../../test/callback-contract.ts";
import { tinyData, tinyModel } from "../../test/tiny-training.ts";
import { SwapEMAWeights, type SwapEMAWeightsArgs } from "./swap-ema-weights.ts";

callbackContract({
  create: () => new SwapEMAWeights(),
  recordsAlways: false,
});

refusesArguments(SwapEMAWeights, [
  [{ momentum: 1 }, "SwapEMAWeights: momentum must be in (0, 1). Received: 1"],
  [{ swap_on_epoch: true }, "Did you mean swapOnEpoch?"],
]);

const { x, y, validationData } = tinyData();
const valuesOf = (model: tf.LayersModel) =>
  model.getWeights().flatMap((weight) => Array.from(weight.dataSync()));

/** A training that notes the weights after each batch, and what `extra` notes. */
async function train(
  args: SwapEMAWeightsArgs,
  extra: object = {},
  method: "fit" | "fitDataset" = "fit",
) {
  const model = tinyModel();
  const start = valuesOf(model);
  const after: number[][] = [];
  const callbacks = [
    { onBatchEnd: () => void after.push(valuesOf(model)) },
    new SwapEMAWeights(args),
    extra,
  ];
  const shared = { epochs: 3, verbose: 0, callbacks } as never;
  const history =
    method === "fit"
      ? await model.fit(x, y, {
          ...(shared as object),
          batchSize: 4,
          shuffle: false,
          validationData,
        })
      : await model.fitDataset(
          tf.data
            .zip({
              xs: tf.data.array(x.arraySync() as number[][]),
              ys: tf.data.array(y.arraySync() as number[][]),
            })
            .batch(4) as never,
          { ...(shared as object), validationData } as never,
        );
  return { model, start, after, history: history.history };
}

/** By the definition. */
function averaged(
  start: readonly number[],
  steps: readonly number[][],
  momentum: number,
): number[] {
  return steps.reduce(
    (average, weights) =>
      average.map((value, i) => momentum * value + (1 - momentum) * (weights[i] ?? 0)),
    [...start],
  );
}
const expectClose = (actual: readonly number[], expected: readonly number[]) => {
  for (const [i, value] of expected.entries()) expect(actual[i]).toBeCloseTo(value, 5);
};

describe("SwapEMAWeights", () => {
  test.each(["fit", "fitDataset"] as const)(
    "leaves the average in the model, and validates with it: %s",
    async (method) => {
      const { model, start, after, history } = await train({ momentum: 0.5 }, {}, method);
      expect(after).toHaveLength(9);
      const average = averaged(start, after, 0.5);
      expectClose(valuesOf(model), average);
      expect(valuesOf(model)).not.toEqual(after.at(-1));
      const [loss] = [model.evaluate(...validationData) as tf.Scalar[]].flat();
      expect(history.val_loss?.at(-1)).toBeCloseTo(loss?.dataSync()[0] ?? 0, 5);
    },
  );

  test("trains on with the weights themselves", async () => {
    const plain = tinyModel();
    const after: number[][] = [];
    await plain.fit(x, y, {
      epochs: 3,
      batchSize: 4,
      shuffle: false,
      verbose: 0,
      validationData,
      callbacks: { onBatchEnd: () => void after.push(valuesOf(plain)) },
    });
    expect((await train({ momentum: 0.9, swapOnEpoch: true })).after).toEqual(after);
  });

  test("shows the average to callbacks after it, where it is told to", async () => {
    const seen: number[][] = [];
    const look = { onEpochEnd: () => void seen.push(valuesOf(model)) };
    let model = tinyModel();
    const { start, after } = await train(
      { momentum: 0.5, swapOnEpoch: true },
      {
        setParams: () => {},
        setModel: (given: tf.LayersModel) => {
          model = given as tf.Sequential;
        },
        onTrainBegin: async () => {},
        onTrainEnd: async () => {},
        onEpochBegin: async () => {},
        onBatchBegin: async () => {},
        onBatchEnd: async () => {},
        ...look,
      },
    );
    expectClose(seen[0] ?? [], averaged(start, after.slice(0, 3), 0.5));
    expectClose(seen[2] ?? [], averaged(start, after, 0.5));
  });

  test("gives the weights back when training fails", async () => {
    const model = tinyModel();
    let last: number[] = [];
    const failing = model.fit(x, y, {
      epochs: 2,
      verbose: 0,
      callbacks: [
        {
          onBatchEnd: () => {
            last = valuesOf(model);
          },
        },
        new SwapEMAWeights({ momentum: 0.5, swapOnEpoch: true }),
        { onEpochEnd: () => Promise.reject(new Error("stop")) },
      ] as never,
    });
    await expect(failing).rejects.toThrow("stop");
    expect(valuesOf(model)).toEqual(last);
  });
});
