import { whole } from "@epochal/testing/full";
import * as tf from "@tensorflow/tfjs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { evaluate } from "../src/index.ts";
import { type EvaluateCase, evaluateCase } from "./stock/evaluate-case.ts";
import { close } from "./stock/outcome.ts";

const CASES = 1000;
const SEED = 20_261_202;

/** Where ours is an error and TensorFlow.js says nothing, by `docs/deviations.md`. */
const refusals: readonly RegExp[] = [
  /target expected a batch of elements where each example has shape/,
  /Error when checking target: expected \w+ to have \d+ dimension/,
];

/** What ours takes and TensorFlow.js does not: batches that are lists, as Keras takes them. */
const takes: readonly RegExp[] = [/is expected to generate objects of the form/];

type Values = readonly number[] | { readonly error: string };

beforeAll(async () => {
  await tf.setBackend("cpu");
  // TensorFlow.js tells of a dataset that ends early.
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterAll(() => void vi.restoreAllMocks());

async function valuesOf(
  { model }: EvaluateCase,
  measure: (model: tf.LayersModel) => Promise<readonly number[]>,
): Promise<Values> {
  const made = model.make();
  try {
    return await measure(made);
  } catch (error) {
    return { error: (error as Error).message };
  } finally {
    made.dispose();
  }
}

const stockOf = (given: EvaluateCase) =>
  valuesOf(given, async (model) => {
    const { data, dataset, args } = given;
    const scalars =
      data === undefined
        ? await model.evaluateDataset(dataset?.stock() as never, args)
        : model.evaluate(...data, args);
    const values = [scalars].flat().map((each) => each.dataSync()[0] as number);
    tf.dispose(scalars);
    // Of several outputs TensorFlow.js gives a value too many for each but the first.
    return values.slice(values.length - model.metricsNames.length);
  });

const oursOf = (given: EvaluateCase) =>
  valuesOf(given, async (model) => {
    const { data, dataset, args } = given;
    const options = { ...args, returnDict: false } as const;
    return data === undefined
      ? evaluate(model, dataset?.ours() as never, options)
      : evaluate(model, ...data, options);
  });

function differences(ours: Values, stock: Values): string[] {
  if ("error" in ours) {
    if ("error" in stock || refusals.some((each) => each.test(ours.error))) return [];
    return [`only ours throws: ${ours.error}`];
  }
  if ("error" in stock) {
    if (takes.some((each) => each.test(stock.error))) return [];
    return [`only stock throws: ${stock.error}`];
  }
  return close(ours, stock) ? [] : [`${ours.join(" ")} but stock ${stock.join(" ")}`];
}

test("gives the values of model.evaluate(), or refuses as it does", async () => {
  let measured = 0;
  const faults: string[] = [];
  const count = whole(CASES);
  for (let i = 0; i < count; i++) {
    const given = evaluateCase(SEED + i);
    const before = tf.memory().numTensors;
    const stock = await stockOf(given);
    const between = tf.memory().numTensors;
    const ours = await oursOf(given);
    const leaked = tf.memory().numTensors - between;
    const found = differences(ours, stock);
    // What a dataset has drawn ahead to shuffle it, nobody can free.
    const isAhead = "error" in ours && given.words.includes("shuffled");
    if (leaked > Math.max(0, between - before) && !isAhead)
      found.push(`${leaked} tensors are left`);
    if (found.length > 0) faults.push(`${given.words}\n    ${found.join("\n    ")}`);
    else if (!("error" in ours)) measured++;
    given.dispose();
  }
  expect(faults.slice(0, 8).join("\n")).toBe("");
  expect(measured / count).toBeGreaterThanOrEqual(0.6);
}, 600_000);
