import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { RecordedRun } from "../../test/recorded-run.ts";
import { tinyData, tinyDataset, tinyModel } from "../../test/tiny-training.ts";
import { EarlyStopping } from "../callbacks/early-stopping.ts";
import { History } from "../callbacks/history.ts";
import { TensorBoard } from "../callbacks/tensor-board.ts";
import { fileSystem } from "../saving/file-system.ts";

const { x, y, validationData } = tinyData();
const args = { epochs: 3, batchSize: 4, verbose: 0, validationData } as const;

function logged(run: RecordedRun, key: string): number[] {
  return run.logs.flatMap(({ values }) => (key in values ? [values[key] ?? Number.NaN] : []));
}

describe("what a run records of each epoch on its own", () => {
  test("where the time went", async () => {
    const run = new RecordedRun({ timing: true });
    const slow = {
      onBatchEnd: () => new Promise<void>((resolve) => setTimeout(resolve, 20)),
    };
    await tinyModel().fit(x, y, { ...args, callbacks: [new History({ run }), slow] });
    for (const seconds of logged(run, "epoch_seconds")) expect(seconds).toBeGreaterThan(0.055);
    expect(logged(run, "epoch_seconds")).toHaveLength(3);
    for (const seconds of logged(run, "validation_seconds")) expect(seconds).toBeGreaterThan(0);
    expect(logged(run, "validation_seconds")).toHaveLength(3);
    const samples = x.shape[0] ?? 0;
    for (const speed of logged(run, "samples_per_second")) {
      expect(speed).toBeLessThan(samples / 0.055);
      expect(speed).toBeGreaterThan(0);
    }
    expect(run.series.epoch_seconds).toEqual({
      metric: "epoch_seconds",
      split: "train",
      kind: "system",
      per: "epoch",
    });
  });

  test("of a dataset, too", async () => {
    const run = new RecordedRun({ timing: true });
    await tinyModel().fitDataset(tinyDataset(), {
      epochs: 2,
      verbose: 0,
      validationData: tinyDataset(),
      callbacks: [new History({ run })],
    });
    expect(logged(run, "validation_seconds")).toHaveLength(2);
    expect(logged(run, "samples_per_second").every((speed) => speed > 0)).toBe(true);
  });

  test("what is held in memory, and a leak with its first epoch", async () => {
    const run = new RecordedRun({ memory: true });
    const leaked: tf.Tensor[] = [];
    const leaks = {
      onEpochEnd: (epoch: number) => {
        if (epoch >= 2) for (let i = 0; i < 5; i++) leaked.push(tf.zeros([10]));
      },
    };
    await tinyModel().fit(x, y, {
      ...args,
      epochs: 8,
      callbacks: [leaks, new History({ run })],
    });
    const tensors = logged(run, "tensors");
    expect(tensors.slice(2).map((count, i) => count - (tensors[1] ?? 0) - 5 * (i + 1))).toEqual(
      Array(6).fill(0),
    );
    expect(logged(run, "tensor_bytes").every((bytes) => bytes > 0)).toBe(true);
    expect(logged(run, "process_bytes").every((bytes) => bytes > 1e7)).toBe(true);
    const found = run.events.filter(({ type }) => type === "tensor_leak");
    expect(found).toEqual([
      { type: "tensor_leak", epoch: 2, tensorsPerEpoch: 5, bytesPerEpoch: 200 },
    ]);
    tf.dispose(leaked);
  });

  test("what tracking cost, which is less than all there was", async () => {
    const run = new RecordedRun({ cost: true });
    const log = run.log.bind(run);
    run.log = (...given) => {
      const end = performance.now() + 5;
      while (performance.now() < end) {
        // A slow run.
      }
      log(...given);
    };
    const board = new TensorBoard({ run, updateFreq: 1 });
    await tinyModel().fit(x, y, { ...args, callbacks: [board] });
    const ms = logged(run, "tracking_ms");
    // Three batches and the epoch.
    for (const cost of ms) expect(cost).toBeGreaterThan(19.5);
    for (const share of logged(run, "tracking_share")) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThanOrEqual(1);
    }
    expect(ms).toHaveLength(3);
  });

  test("nothing where nothing is wanted", async () => {
    const run = new RecordedRun();
    await tinyModel().fit(x, y, { ...args, callbacks: [new History({ run })] });
    expect(run.events).toEqual([]);
    expect(new Set(run.logs.flatMap(({ values }) => Object.keys(values)))).toEqual(
      new Set(["loss", "mse", "val_loss", "val_mse"]),
    );
  });

  test("once, however many callbacks record into it", async () => {
    const run = new RecordedRun({ timing: true, model: true });
    const callbacks = [
      new History({ run }),
      new EarlyStopping({ run, patience: 9 }),
      new TensorBoard({ run }),
    ];
    await tinyModel().fit(x, y, { ...args, callbacks });
    expect(logged(run, "epoch_seconds")).toHaveLength(3);
    expect(run.events.filter(({ type }) => type === "card")).toHaveLength(1);
  });
});

describe("values that are not finite", () => {
  test("are told once a key: the loss with its batch and the one before, others with their epoch", async () => {
    const run = new RecordedRun({ nonFinite: true });
    const model = tinyModel();
    const breaks = {
      onBatchEnd: (batch: number) => {
        if (batch === 0) return;
        tf.tidy(() => model.setWeights([tf.fill([2, 1], Number.NaN), tf.zeros([1])]));
      },
    };
    await model.fit(x, y, { ...args, epochs: 2, callbacks: [new History({ run }), breaks] });
    const events = run.events.filter(({ type }) => type === "non_finite");
    expect(events).toEqual([
      {
        type: "non_finite",
        epoch: 0,
        batch: 2,
        key: "loss",
        value: "NaN",
        before: expect.any(Number),
      },
      ...["val_loss", "val_mse", "mse"].map((key) => ({
        type: "non_finite",
        epoch: 0,
        key,
        value: "NaN",
      })),
    ]);
  });
});

describe("an epoch that is partial", () => {
  const partials = (run: RecordedRun) => run.events.filter(({ type }) => type === "partial_epoch");

  test("because training was stopped in its middle", async () => {
    const run = new RecordedRun();
    const model = tinyModel();
    const stops = {
      onBatchEnd: (batch: number) => {
        if (batch === 1) model.stopTraining = true;
      },
    };
    await model.fit(x, y, { ...args, callbacks: [new History({ run }), stops] });
    expect(partials(run)).toEqual([
      {
        type: "partial_epoch",
        epoch: 0,
        batches: 2,
        of: 3,
        reason: "stopped after 2 of 3 batches",
      },
    ]);
  });

  test("because an error cut it off", async () => {
    const run = new RecordedRun();
    const fails = {
      onBatchEnd: (batch: number) => {
        if (batch === 1) throw new Error("out of memory");
      },
    };
    const fitting = tinyModel().fit(x, y, { ...args, callbacks: [new History({ run }), fails] });
    await expect(fitting).rejects.toThrow("out of memory");
    expect(partials(run)).toMatchObject([{ reason: "cut off after 2 of 3 batches" }]);
  });

  test("because a dataset was not validated after it was stopped", async () => {
    const run = new RecordedRun();
    const model = tinyModel();
    let epochs = 0;
    const stops = {
      onEpochBegin: () => void epochs++,
      onBatchEnd: (batch: number) => {
        if (epochs === 2 && batch === 0) model.stopTraining = true;
      },
    };
    await model.fitDataset(tinyDataset(), {
      epochs: 3,
      verbose: 0,
      validationData: tinyDataset(),
      callbacks: [new History({ run }), stops],
    });
    expect(partials(run)).toMatchObject([{ epoch: 1, batches: 1 }]);
  });

  test("is not one that came to its end", async () => {
    const run = new RecordedRun();
    await tinyModel().fit(x, y, { ...args, callbacks: [new History({ run })] });
    const { validationData: _, ...alone } = args;
    await tinyModel().fit(x, y, { ...alone, callbacks: [new History({ run })] });
    expect(partials(run)).toEqual([]);
  });
});

describe("what somebody wants of a training", () => {
  test("to stop, ends it after the epoch that runs", async () => {
    const run = new RecordedRun();
    const model = tinyModel();
    const asks = {
      onEpochBegin: (epoch: number) => {
        if (epoch === 1) run.requests.push({ id: "r1", want: "stop", by: "ana" });
      },
    };
    const { epoch } = await model.fit(x, y, {
      ...args,
      epochs: 9,
      callbacks: [new History({ run }), asks],
    });
    expect(epoch).toEqual([0, 1]);
    expect(run.events).toEqual([
      {
        type: "request",
        request: "r1",
        want: "stop",
        by: "ana",
        epoch: 1,
        batch: 0,
        outcome: "training stops after this epoch",
      },
      { type: "stopped_early", epoch: 1, reason: "ana asked to stop" },
    ]);
  });

  test("to save the weights, is done after the next batch, and the model can be loaded", async () => {
    const run = new RecordedRun();
    const folder = await mkdtemp(path.join(tmpdir(), "epochal-request-"));
    const model = tinyModel();
    run.requests.push({ id: "r1", want: "save_weights", by: "ana", folder });
    await model.fit(x, y, { ...args, epochs: 1, callbacks: [new History({ run })] });
    const saved = path.join(folder, "epoch-1-batch-1");
    expect(run.events).toMatchObject([
      { type: "checkpoint", epoch: 0, batch: 0, path: saved },
      { type: "request", by: "ana", outcome: `saved to ${saved}` },
    ]);
    expect(existsSync(path.join(saved, "model.json"))).toBe(true);
    const loaded = await tf.loadLayersModel(fileSystem(saved));
    expect(loaded.countParams()).toBe(model.countParams());
  });

  test("that cannot be done says why, and training goes on", async () => {
    const run = new RecordedRun();
    run.requests.push({ id: "r1", want: "save_weights", by: "ana", folder: "/dev/null/models" });
    const { epoch } = await tinyModel().fit(x, y, { ...args, callbacks: [new History({ run })] });
    expect(epoch).toEqual([0, 1, 2]);
    expect(run.events).toMatchObject([
      { type: "request", outcome: expect.stringMatching(/^not saved: .*\/dev\/null/) },
    ]);
  });
});

test("of a later fit the card tells what has changed, and of its weights only where they are new", async () => {
  const run = new RecordedRun({ fit: true, training: true, model: true, weights: true });
  const model = tinyModel();
  const train = (trained: tf.Sequential, epochs: number) =>
    trained.fit(x, y, { ...args, epochs, callbacks: [new TensorBoard({ run })] });
  await train(model, 1);
  await train(model, 1);
  await train(model, 2);
  model.compile({ optimizer: "adam", loss: "meanSquaredError" });
  await train(model, 2);
  const other = tinyModel();
  other.setWeights(other.getWeights().map((weight) => weight.add(1)));
  await train(other, 2);
  const cards = run.events.flatMap((event) => (event.type === "card" ? event : []));
  expect(cards.map(({ fit, card }) => [fit, Object.keys(card)])).toEqual([
    [undefined, ["model", "weights", "training", "fit"]],
    [2, ["fit"]],
    [3, ["training"]],
    [4, ["weights", "training"]],
  ]);
  // The layers are told of where they are others than before.
  const graphs = run.events.filter(({ type }) => type === "graph");
  expect(graphs.map(({ epoch }) => epoch)).toEqual([0, 6]);
});
