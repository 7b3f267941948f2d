import { whole } from "@epochal/testing/full";
import * as tf from "@tensorflow/tfjs";
import { afterEach, beforeAll, expect, test } from "vitest";
import { autolog } from "../src/index.ts";
import { MemoryStore } from "./memory-store.ts";
import { fitCase } from "./stock/fit-case.ts";
import { fitDatasetCase } from "./stock/fit-dataset-case.ts";
import { outcome } from "./stock/outcome.ts";

const CASES = 240;
const SEED = 20_261_201;

beforeAll(async () => {
  await tf.setBackend("cpu");
});

afterEach(() => autolog({ disable: true }));

/** The same, bit for bit. */
function expectSame(heard: unknown, stock: unknown, words: string): void {
  expect(heard, words).toEqual(stock);
}

/** With everything that a run records on its own. */
const everything = () =>
  new MemoryStore({
    ...{ versions: true, backend: true, model: true, weights: true, training: true, fit: true },
    ...{ data: true, timing: true, memory: true, cost: true, nonFinite: true },
  });

test(`fit() trains as it does without autolog, bit for bit, and fails as it does (seed ${SEED})`, async () => {
  let recorded = 0;
  for (let i = 0; i < whole(CASES); i++) {
    const given = fitCase(SEED + i);
    const [x, y] = [given.x as tf.Tensor, given.y as tf.Tensor];
    const [told, toldHeard]: [string[], string[]] = [[], []];
    const before = tf.memory().numTensors;
    const stock = await outcome(given.model, (model) => model.fit(x, y, given.args(told)));
    const between = tf.memory().numTensors;
    const store = everything();
    autolog({ project: "stock", store });
    const heard = await outcome(given.model, (model) => model.fit(x, y, given.args(toldHeard)));
    autolog({ disable: true });
    expectSame(heard, stock, given.words);
    expect(toldHeard, given.words).toEqual(told);
    expect(tf.memory().numTensors - between, given.words).toBe(between - before);
    const [run] = store.runs;
    expect(run?.ended?.state, given.words).toBe("error" in stock ? "failed" : undefined);
    if ("error" in stock) continue;
    for (const [key, values] of Object.entries(stock.history)) {
      const logged = run?.logs.flatMap(({ values: all }) => all[key] ?? []);
      expect(logged, `${given.words}: ${key}`).toEqual(values);
    }
    recorded++;
    given.dispose();
  }
  expect(recorded / whole(CASES)).toBeGreaterThan(0.6);
}, 600_000);

test(`so does fitDataset() (seed ${SEED})`, async () => {
  for (let i = 0; i < whole(CASES / 2); i++) {
    const given = fitDatasetCase(SEED + i);
    const stock = await outcome(given.model, (model) =>
      model.fitDataset(given.dataset("stock"), given.args("stock")),
    );
    const store = everything();
    autolog({ project: "stock", store });
    const heard = await outcome(given.model, (model) =>
      model.fitDataset(given.dataset("stock"), given.args("stock")),
    );
    autolog({ disable: true });
    expectSame(heard, stock, given.words);
    expect(store.runs[0]?.ended?.state, given.words).toBe("error" in stock ? "failed" : undefined);
    given.dispose();
  }
}, 600_000);

test("after it is taken back, the methods are stock's own again", async () => {
  const { prototype } = tf.LayersModel;
  const names = ["fit", "fitDataset", "compile", "evaluate", "trainOnBatch"] as const;
  const own = () => names.map((name) => Object.getOwnPropertyDescriptor(prototype, name));
  const stock = own();
  const stockFit = prototype.fit;
  autolog({ project: "p", store: new MemoryStore() });
  expect(prototype.fit).not.toBe(stockFit);
  expect(prototype.fit).toHaveLength(stockFit.length);
  autolog({ project: "q", store: new MemoryStore() });
  autolog({ disable: true });
  expect(own()).toEqual(stock);
  expect(own().map((each) => each?.value)).toEqual(stock.map((each) => each?.value));
});
