import * as tf from "@tensorflow/tfjs";
import { afterEach, expect, test, vi } from "vitest";
import { type MemoryRun, MemoryStore } from "../../test/memory-store.ts";
import { RecordedRun } from "../../test/recorded-run.ts";
import { tinyData, tinyDataset, tinyModel } from "../../test/tiny-training.ts";
import { EarlyStopping } from "../callbacks/early-stopping.ts";
import { History } from "../callbacks/history.ts";
import { fit } from "../fitting/fit.ts";
import { AUC } from "../metrics/ranking/auc.ts";
import { autolog } from "./autolog.ts";

const { x, y, validationData } = tinyData();
const args = { epochs: 2, batchSize: 4, verbose: 0 } as const;

afterEach(() => autolog({ disable: true }));

function logInto(store = new MemoryStore()): MemoryStore {
  autolog({ project: "birds", store });
  return store;
}

const turn = () => new Promise((turned) => setImmediate(turned));

const only = ({ runs }: MemoryStore): MemoryRun => {
  expect(runs).toHaveLength(1);
  return runs[0] as MemoryRun;
};

test("a fit is a run with its config, its values and what they are", async () => {
  const store = logInto(new MemoryStore({ training: true, fit: true }));
  const { history } = await tinyModel().fit(x, y, { ...args, validationData });
  const run = only(store);
  expect(run.options).toEqual({
    project: "birds",
    config: expect.objectContaining({
      optimizer: "sgd",
      learningRate: 0.01,
      batchSize: 4,
      epochs: 2,
      loss: "meanSquaredError",
      metrics: ["mse"],
      layers: { dense1: { units: 1, activation: "sigmoid" } },
    }),
  });
  expect(run.epochs).toEqual([0, 1]);
  expect(run.logs.map(({ values }) => values.val_mse)).toEqual(history.val_mse);
  expect(run.series.val_mse).toMatchObject({ metric: "mse", split: "validation" });
  expect(run.fits).toHaveLength(1);
  expect(run.events.map(({ type }) => type)).toEqual(["batch_means", "card"]);
  expect(run.ended).toBeUndefined();
  await autolog.finish();
  expect(run.ended).toEqual({});
});

test("a loop of short fits is one run whose epochs grow, compiled anew or not, with fitDataset and our fit()", async () => {
  const store = logInto();
  const model = tinyModel(["mse"], 2);
  const [first] = model.layers;
  for (const trainable of [true, false, true]) {
    if (first !== undefined) first.trainable = trainable;
    model.compile({ optimizer: "adam", loss: "meanSquaredError" });
    await model.fit(x, y, { ...args, epochs: 1 });
  }
  await model.fitDataset(tinyDataset(), { epochs: 1, verbose: 0 });
  await fit(model, x, y, { ...args, epochs: 1 });
  expect(only(store).epochs).toEqual([0, 1, 2, 3, 4]);
  expect(only(store).fits.map((each) => each.fit)).toEqual([0, 1, 2, 3, 4]);
});

test("another model is another run, and ends the first", async () => {
  const store = logInto();
  await tinyModel().fit(x, y, args);
  await tinyModel(["mse"], 2).fit(x, y, args);
  expect(store.runs.map(({ ended }) => ended)).toEqual([{}, undefined]);
  await autolog.finish();
  await tinyModel().fit(x, y, args);
  expect(store.runs.map(({ ended }) => ended)).toEqual([{}, {}, undefined]);
});

test("models that are trained in turns go on with their runs, one each", async () => {
  const store = logInto();
  const models = [tinyModel(), tinyModel()];
  for (let i = 0; i < 5; i++) {
    for (const model of models) await model.fit(x, y, { ...args, epochs: 1 });
  }
  expect(store.runs.map(({ epochs }) => epochs)).toEqual([
    [0, 1, 2, 3, 4],
    [0, 1, 2, 3, 4],
  ]);
  // The first was ended once, before anybody could know.
  expect(store.runs.map(({ resumed }) => resumed)).toEqual([1, 0]);
  expect(store.runs.map(({ ended }) => ended)).toEqual([undefined, undefined]);
});

test("a model within a larger one is a model of its own", async () => {
  const store = logInto();
  const base = tinyModel();
  const head = tf.sequential({ layers: [...base.layers, tf.layers.dense({ units: 1 })] });
  head.compile({ optimizer: "sgd", loss: "meanSquaredError" });
  for (const model of [base, head]) await model.fit(x, y, args);
  expect(store.runs).toHaveLength(2);
});

test("two models at once are two runs, and the first ends with its fit", async () => {
  const store = logInto();
  const ended: unknown[] = [];
  const slow = { onEpochEnd: async () => void ended.push(store.runs[0]?.ended) };
  await Promise.all([
    tinyModel().fit(x, y, { ...args, epochs: 4, callbacks: slow }),
    tinyModel().fit(x, y, { ...args, epochs: 1 }),
  ]);
  expect(ended).toEqual([undefined, undefined, undefined, undefined]);
  expect(store.runs.map((run) => run.epochs.length)).toEqual([4, 1]);
  expect(store.runs[0]?.ended).toEqual({});
});

test("a fit that throws makes its run fail with the error, and the next one goes on with it", async () => {
  const store = logInto();
  const model = tinyModel();
  const thrown = new Error("the cat ate the batch");
  const breaks = {
    onEpochEnd: () => {
      throw thrown;
    },
  };
  await expect(model.fit(x, y, { ...args, callbacks: breaks })).rejects.toBe(thrown);
  await turn();
  expect(only(store).ended).toEqual({ state: "failed", error: thrown });
  await model.fit(x, y, { ...args, epochs: 1 });
  expect(only(store)).toMatchObject({ resumed: 1, ended: undefined });
  // Also at once.
  await model.fit(x, y, { ...args, callbacks: breaks }).catch(() => model.fit(x, y, args));
  expect(only(store)).toMatchObject({ resumed: 2, ended: undefined });
});

test("a fit that is refused before its first batch is a run that failed; one beside a running fit is none", async () => {
  const store = logInto();
  await expect(tinyModel().fit(tf.ones([4, 3]), y, args)).rejects.toThrow(
    "expected a batch of elements",
  );
  await turn();
  expect(only(store).ended).toMatchObject({ state: "failed", error: expect.any(Error) });
  const model = tinyModel();
  const going = model.fit(x, y, args);
  await expect(model.fit(x, y, args)).rejects.toThrow("ongoing");
  await going;
  expect(store.runs[1]?.ended).toBeUndefined();
});

test("a fit that records itself is left alone, before and after autolog is called", async () => {
  const store = logInto();
  const run = new RecordedRun();
  await tinyModel([new AUC()]).fit(x, y, { ...args, callbacks: [new History({ run })] });
  const bare = new EarlyStopping({ run, monitor: "loss" });
  await tinyModel().fit(x, y, { ...args, callbacks: bare });
  await tinyModel().fitDataset(tinyDataset(), { ...args, callbacks: [new History({ run })] });
  expect(store.runs).toEqual([]);
  expect(run.logs).toHaveLength(4);
});

test("a fit is left alone while the program has a run of its own open", async () => {
  const store = logInto();
  const host = globalThis as Record<symbol, unknown>;
  const key = Symbol.for("epochal.programRuns");
  const before = host[key];
  const open = new Set([{ id: "its own" }]);
  host[key] = open;
  try {
    await tinyModel().fit(x, y, args);
    expect(store.runs).toEqual([]);
    open.clear();
    await tinyModel().fit(x, y, args);
    expect(store.runs).toHaveLength(1);
  } finally {
    host[key] = before;
  }
});

test("callbacks without a run decide into the one that the fit is recorded into, and metrics are exact", async () => {
  const store = logInto();
  const stop = new EarlyStopping({ monitor: "auc", minDelta: 1, patience: 1 });
  const model = tinyModel([new AUC(), "mse"]);
  await model.fit(x, y, {
    ...args,
    epochs: 9,
    callbacks: [{ onEpochEnd: () => {} }, stop] as never,
  });
  const run = only(store);
  const types = run.events.map(({ type }) => type);
  expect(types.filter((type) => type === "early_stopping")).toHaveLength(run.epochs.length);
  expect(types.filter((type) => type === "stopped_early")).toHaveLength(1);
  expect(run.events).toContainEqual({ type: "batch_means", keys: ["mse"] });
  expect(new Set(run.epochs).size).toBe(run.epochs.length);
});

test("a monitor that there will not be is refused before the first epoch, as without it", async () => {
  logInto();
  for (const monitor of ["val_loss", "los"]) {
    const callbacks = new EarlyStopping({ monitor });
    await expect(tinyModel().fit(x, y, { ...args, callbacks })).rejects.toThrow(
      "EarlyStopping: monitor",
    );
  }
});

test("TensorFlow.js' own early stopping is an event of the run", async () => {
  const store = logInto();
  const callbacks = tf.callbacks.earlyStopping({ monitor: "mse", minDelta: 1, patience: 2 });
  await tinyModel().fit(x, y, { ...args, epochs: 9, callbacks });
  expect(only(store).events).toContainEqual(
    expect.objectContaining({ type: "stopped_early", epoch: 2, monitor: "mse" }),
  );
});

test("what TensorFlow.js keeps until the end of a fit is no leak", async () => {
  const store = logInto(new MemoryStore({ memory: true }));
  await tinyModel().fit(x, y, { ...args, epochs: 12, validationData });
  expect(only(store).events.map(({ type }) => type)).not.toContain("tensor_leak");
  const leaks = { onEpochEnd: () => void tf.scalar(1) };
  await tinyModel().fit(x, y, { ...args, epochs: 12, callbacks: leaks });
  expect(store.runs[1]?.events).toContainEqual(
    expect.objectContaining({ type: "tensor_leak", tensorsPerEpoch: 1 }),
  );
});

test("a store that fails is reported once, and training goes on", async () => {
  const emitted = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
  try {
    const startRun = () => Promise.reject(new Error("the disk is full"));
    autolog({ project: "p", store: { startRun } });
    const { epoch } = await tinyModel().fit(x, y, args);
    await tinyModel().fit(x, y, args);
    await expect(tinyModel().fit(tf.ones([4, 3]), y, args)).rejects.toThrow(
      "expected a batch of elements",
    );
    expect(epoch).toEqual([0, 1]);
    expect(emitted.mock.calls.map(([error]) => String(error))).toEqual([
      "Error: autolog: a fit could not be recorded; training goes on. the disk is full",
    ]);
  } finally {
    emitted.mockRestore();
  }
});

test("taken back during a fit, its run ends with the fit", async () => {
  const store = logInto();
  const callbacks = { onEpochBegin: () => autolog({ disable: true }) };
  await tinyModel().fit(x, y, { ...args, epochs: 3, callbacks });
  expect(only(store)).toMatchObject({ ended: {}, epochs: [0, 1, 2] });
});

test("somebody else's function around fit() stays, and hears nothing once autolog is taken back", async () => {
  const { prototype } = tf.LayersModel;
  const stock = prototype.fit;
  const store = logInto();
  const ours = prototype.fit;
  let calls = 0;
  prototype.fit = function (...given) {
    calls++;
    return ours.apply(this, given);
  };
  try {
    const theirs = prototype.fit;
    autolog({ disable: true });
    expect(prototype.fit).toBe(theirs);
    await tinyModel().fit(x, y, args);
    expect([calls, store.runs.length]).toEqual([1, 0]);
  } finally {
    prototype.fit = stock;
  }
});

test("refuses what it cannot honour, and goes on as before", async () => {
  const store = logInto();
  const call = (given: unknown) => () => autolog(given as never);
  expect(call({ projekt: "a" })).toThrow("autolog: options must be among");
  expect(call({ project: "" })).toThrow("autolog: project must be a non-empty string");
  expect(call({ store: 3 })).toThrow("autolog: store must be a path or an open store");
  expect(call({ store: Promise.resolve(store) })).toThrow("await the store first");
  expect(call("birds")).toThrow("autolog: args must be an options object");
  await tinyModel().fit(x, y, args);
  expect(store.runs).toHaveLength(1);
});
