import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import { fit } from "../src/index.ts";
import { whole } from "./full.ts";
import { type FitCase, fitCase } from "./stock/fit-case.ts";

const CASES = 1500;
const SEED = 20_261_130;

type Outcome =
  | { readonly error: string }
  | { readonly history: tf.History["history"]; readonly weights: number[][] };

/** Where ours is an error and TensorFlow.js says nothing, by `docs/deviations.md`. */
const refusals: readonly RegExp[] = [/validationSplit .* leaves none to train on/];

beforeAll(async () => {
  await tf.setBackend("cpu");
});

async function outcome(
  given: FitCase,
  train: (model: tf.LayersModel) => Promise<tf.History>,
): Promise<Outcome> {
  const model = given.model();
  try {
    const { history } = await train(model);
    return { history, weights: model.getWeights().map((each) => Array.from(each.dataSync())) };
  } catch (error) {
    return { error: (error as Error).message };
  } finally {
    model.dispose();
  }
}

function close(a: number, b: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
}

function differences(given: FitCase, ours: Outcome, stock: Outcome): string[] {
  if ("error" in ours) {
    if ("error" in stock || refusals.some((each) => each.test(ours.error))) return [];
    return [`only ours throws: ${ours.error}`];
  }
  if ("error" in stock) return [`only stock throws: ${stock.error}`];
  const found: string[] = [];
  const keys = new Set([...Object.keys(ours.history), ...Object.keys(stock.history)]);
  for (const key of keys) {
    // Of several outputs TensorFlow.js gives validation values under each other's names.
    if (given.outputs > 1 && key.startsWith("val_")) continue;
    const [a, b] = [ours.history[key] ?? [], stock.history[key] ?? []] as [number[], number[]];
    if (a.length !== b.length || a.some((value, i) => !close(value, b[i] as number)))
      found.push(`${key}: ${a.join(" ")} but stock ${b.join(" ")}`);
  }
  const [a, b] = [ours.weights.flat(), stock.weights.flat()];
  if (a.length !== b.length || a.some((value, i) => !close(value, b[i] as number)))
    found.push("weights differ");
  return found;
}

test("trains as model.fit() does, or refuses as it does", async () => {
  let trained = 0;
  const faults: string[] = [];
  const count = whole(CASES);
  for (let i = 0; i < count; i++) {
    const given = fitCase(SEED + i);
    const before = tf.memory().numTensors;
    const stock = await outcome(given, (model) =>
      model.fit(given.x as tf.Tensor, given.y as tf.Tensor, given.args),
    );
    const between = tf.memory().numTensors;
    const ours = await outcome(given, (model) =>
      fit(model, given.x as tf.Tensor, given.y as tf.Tensor, given.args),
    );
    const leaked = tf.memory().numTensors - between;
    const found = differences(given, ours, stock);
    if (leaked > Math.max(0, between - before)) found.push(`${leaked} tensors are left`);
    if (found.length > 0) faults.push(`${given.words}\n    ${found.join("\n    ")}`);
    else if ("history" in ours) trained++;
    given.dispose();
  }
  expect(faults.slice(0, 8).join("\n")).toBe("");
  expect(trained / count).toBeGreaterThanOrEqual(0.6);
}, 600_000);
