import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { tinyDataset, tinyModel } from "../../test/tiny-training.ts";
import { EarlyStopping } from "../callbacks/early-stopping.ts";
import { LambdaCallback } from "../callbacks/lambda-callback.ts";
import { ProgbarLogger } from "../callbacks/progbar-logger.ts";
import { sampleOrder, fit as trainOn } from "./fit.ts";
import { fitDataset } from "./fit-dataset.ts";

const x = tf.tensor2d(Array.from({ length: 11 }, (_, i) => [i / 10, (i % 3) / 3]));
const y = tf.tensor2d(Array.from({ length: 11 }, (_, i) => [i % 2]));
const quiet = { epochs: 2, batchSize: 4, verbose: 0 } as const;
const weightsOf = (model: tf.LayersModel) =>
  model.getWeights().map((weight) => Array.from(weight.dataSync()));

describe("fit", () => {
  test("without shuffling gives what stock fit gives", async () => {
    const [ours, stock] = [tinyModel(), tinyModel()];
    const args = { ...quiet, shuffle: false, validationSplit: 0.3 };
    const before = tf.memory().numTensors;
    const { history } = await trainOn(ours, x, y, args);
    const expected = await stock.fit(x, y, args);
    expect(tf.memory().numTensors).toBe(before);
    expect(weightsOf(ours)).toEqual(weightsOf(stock));
    for (const [key, values] of Object.entries(expected.history)) {
      for (const [epoch, value] of values.entries()) {
        expect(history[key]?.[epoch], key).toBeCloseTo(value as number, 6);
      }
    }
  });

  test("with a seed gives the same twice, and something else with another", async () => {
    const run = async (seed: number) => {
      const model = tinyModel();
      await trainOn(model, x, y, { ...quiet, seed });
      return weightsOf(model);
    };
    expect(await run(1)).toEqual(await run(1));
    expect(await run(1)).not.toEqual(await run(2));
  });

  test("takes lists and objects by name", async () => {
    const inputs = ["a", "b"].map((name) => tf.input({ shape: [2], name }));
    const output = tf.layers
      .dense({ units: 1, name: "out" })
      .apply(tf.layers.concatenate().apply(inputs));
    const model = tf.model({ inputs, outputs: output as tf.SymbolicTensor });
    model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
    expect((await trainOn(model, [x, x], y, quiet)).epoch).toEqual([0, 1]);
    expect((await trainOn(model, { a: x, b: x }, { out: y }, quiet)).epoch).toEqual([0, 1]);
  });

  test.each([
    [{ x: x.slice(0, 3) }, {}, Error, "Found 3 input sample(s) and 11 target sample(s)"],
    [{}, { epochs: 1.5 }, RangeError, "fit: epochs must be a whole number of 0 or more"],
    [{}, { shufle: false }, TypeError, "Received: shufle. Did you mean shuffle?"],
    [{}, { verbose: 3 }, RangeError, 'fit: verbose must be 0, 1, 2, true, false or "auto"'],
    [{}, { validationData: [x] }, TypeError, "fit: validationData must be [x, y] or a dataset"],
    [{}, { validationData: [x, y.slice(0, 2)] }, Error, "Found 11 input sample(s) and 2 target"],
    [{}, { validationSplit: 0.99 }, RangeError, "of 11 samples leaves none to train on"],
    [{ x: [1, 2] }, {}, TypeError, "fit: x must be tensors. Received:"],
    [
      {},
      { batchSize: 0 },
      RangeError,
      "fit: batchSize must be a whole number above 0. Received: 0",
    ],
    [{}, { seed: 0.5 }, RangeError, "fit: seed must be a whole number. Received: 0.5"],
    [{}, { validationSplit: 1 }, RangeError, "fit: validationSplit must be in [0, 1). Received: 1"],
  ])("refuses %o with %o", async (data, args, type, message) => {
    const given = { x, ...data } as { x: tf.Tensor };
    const failing = trainOn(tinyModel(), given.x, y, { ...quiet, ...(args as object) });
    await expect(failing).rejects.toThrow(type);
    await expect(
      trainOn(tinyModel(), given.x, y, { ...quiet, ...(args as object) }),
    ).rejects.toThrow(message);
  });

  test("is refused while the model trains, and changes nothing", async () => {
    const model = tinyModel();
    let second: Promise<unknown> | undefined;
    const begin = () => {
      second ??= trainOn(model, x, y, quiet).catch((error: Error) => error.message);
    };
    const before = tf.memory().numTensors;
    await trainOn(model, x, y, { ...quiet, callbacks: { onBatchEnd: begin } });
    expect(await second).toBe(
      "Cannot start training because another fit() call is ongoing. Wait for its end",
    );
    expect(tf.memory().numTensors).toBe(before);
  });

  test("tells every callback of the end when training fails", async () => {
    const told: string[] = [];
    const failing = trainOn(tinyModel(), x, y, {
      ...quiet,
      callbacks: [
        { onTrainEnd: () => void told.push("plain") },
        new tf.CustomCallback({ onTrainEnd: () => void told.push("stock") }),
        new LambdaCallback({ onTrainError: () => void told.push("ours") }),
        { onEpochEnd: () => Promise.reject(new Error("stop")) },
      ],
    });
    await expect(failing).rejects.toThrow("stop");
    expect(told.sort()).toEqual(["ours", "plain", "stock"]);
  });

  test("shows one progress bar, unless it is to be quiet", async () => {
    let text = "";
    const stream = {
      write: (part: string) => {
        text += part;
      },
    };
    await trainOn(tinyModel(), x, y, {
      ...quiet,
      verbose: 1,
      callbacks: new ProgbarLogger({ stream, verbose: 2 }),
    });
    expect(text.match(/Epoch/g)).toHaveLength(2);
  });

  test("ends after the batch that runs when Ctrl-C is pressed, with the best weights", async () => {
    const program = new URL("../../test/interrupted-fit.ts", import.meta.url).pathname;
    const child = spawn(process.execPath, [program], { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (part: Buffer) => {
        said += part;
      });
    }
    while (!said.includes("epoch 2")) await wait(20);
    child.kill("SIGINT");
    const code = await new Promise((resolve) => child.once("exit", resolve));
    expect(said).toMatch(/Restoring model weights from the end of the best epoch: \d+ \(loss /);
    expect(said).toContain("plain callback ended");
    expect(said).toMatch(/fit: interrupted in epoch \d+, after batch \d/);
    expect(code).toBe(1);
  }, 30_000);
});

describe("fitDataset", () => {
  test("trains as the stock one", async () => {
    const [ours, stock] = [tinyModel(), tinyModel()];
    const stopping = new EarlyStopping({ monitor: "loss", patience: 99 });
    await fitDataset(ours, tinyDataset() as never, { epochs: 2, verbose: 0, callbacks: stopping });
    await stock.fitDataset(tinyDataset(), { epochs: 2, verbose: 0 });
    expect(weightsOf(ours)).toEqual(weightsOf(stock));
  });
});

test("the order of samples is a permutation, another one in each epoch", () => {
  const orders = [0, 1, 2].map((epoch) => [...sampleOrder(50, 7, epoch)]);
  for (const order of orders)
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
  expect(new Set(orders.map(String)).size).toBe(3);
  expect([...sampleOrder(50, 7, 1)]).toEqual(orders[1]);
});
