import { whole } from "@epochal/testing/full";
import * as tf from "@tensorflow/tfjs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Callback, fitDataset } from "../src/index.ts";
import { fitDatasetCase } from "./stock/fit-dataset-case.ts";
import { differences, leakable, outcome } from "./stock/outcome.ts";

const CASES = 1000;
const SEED = 20_261_201;

/** Where ours is an error and TensorFlow.js says nothing, by `docs/deviations.md`: labels that it stretches along the predictions. */
const refusals: readonly RegExp[] = [
  /target expected a batch of elements where each example has shape/,
  /Error when checking target: expected \w+ to have \d+ dimension/,
];

/** Validation data that do not fit, of a training that ends before the first validation. */
const unused: readonly RegExp[] = [/Error when checking model/, /^fitDataset: validationData/];

beforeAll(async () => {
  await tf.setBackend("cpu");
  // A dataset that ends early is told of, on both sides.
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterAll(() => void vi.restoreAllMocks());

test("trains as model.fitDataset() does, or refuses as it does", async () => {
  let trained = 0;
  const faults: string[] = [];
  const count = whole(CASES);
  for (let i = 0; i < count; i++) {
    const given = fitDatasetCase(SEED + i);
    const before = tf.memory().numTensors;
    const stock = await outcome(given.model, (model) =>
      model.fitDataset(given.dataset("stock"), given.args("stock")),
    );
    const between = tf.memory().numTensors;
    const ours = await outcome(given.model, (model) =>
      fitDataset(model, given.dataset("ours"), given.args("ours")),
    );
    const leaked = tf.memory().numTensors - between;
    const found = differences({
      ours,
      stock,
      outputs: given.outputs,
      refusals: [...refusals, ...unused],
    });
    // What a dataset has drawn ahead to shuffle it, nobody can free.
    const ends = "error" in ours || given.words.includes("stopping at once");
    const isAhead = ends && given.words.includes("shuffled");
    if (leaked > leakable(between - before) && !isAhead) found.push(`${leaked} tensors are left`);
    // The stock one with a callback of this package goes its way, too: every third is tried.
    const joined =
      i % 3 > 0
        ? stock
        : await outcome(given.model, (model) => {
            const { callbacks = [], ...args } = given.args("stock") as { callbacks?: never };
            const all = [callbacks, new Callback()];
            return model.fitDataset(given.dataset("stock"), { ...args, callbacks: all } as never);
          });
    const other = differences({ ours: joined, stock, outputs: given.outputs, refusals: unused });
    found.push(...other.map((each) => `with a callback: ${each}`));
    if (found.length > 0) faults.push(`${given.words}\n    ${found.join("\n    ")}`);
    else if ("history" in ours) trained++;
    given.dispose();
  }
  expect(faults.slice(0, 8).join("\n")).toBe("");
  expect(trained / count).toBeGreaterThanOrEqual(0.6);
}, 600_000);
