import type { RunChange } from "@epochal/record";
import { expect, test } from "vitest";
import { eventWords } from "./event-words.ts";

const trace = {
  type: "early_stopping",
  epoch: 3,
  monitor: "val_auc",
  mode: "max",
  value: 0.8123,
  minDelta: 0,
  wait: 0,
  patience: 5,
  improved: true,
} as const;

test("a line of the trace says whether the epoch improved", () => {
  expect(eventWords(trace)).toBe("val_auc improved to 0.8123");
  expect(eventWords({ ...trace, improved: false, wait: 2, value: "NaN" })).toBe(
    "val_auc NaN, no improvement: 2 of 5",
  );
});

test("decisions and warnings speak for themselves", () => {
  expect(eventWords({ type: "weights_restored", epoch: 4, monitor: "val_auc", value: 0.9 })).toBe(
    "Weights of epoch 5 restored, val_auc 0.9000",
  );
  expect(eventWords({ type: "warning", message: "the disk is full" })).toBe("the disk is full");
});

test("means over batches are named, and those whose value is another one", () => {
  const means = { type: "batch_means", keys: ["acc"] } as const;
  expect(eventWords(means)).toBe("acc is a mean over batches, as TensorFlow.js takes them");
  const all = {
    ...means,
    keys: ["acc", "precision", "recall"],
    inexact: [
      { key: "precision", exact: "Precision" },
      { key: "recall", exact: "Recall" },
    ],
  };
  expect(eventWords(all)).toBe(
    "acc, precision and recall are means over batches, as TensorFlow.js takes them: of precision and recall that is not the value over all samples, which Precision and Recall of @epochal/callbacks give",
  );
});

test("of kept output the number of lines is told", () => {
  expect(eventWords({ type: "output", lines: ["a"] })).toBe(
    "The last line of the program's output is kept",
  );
  expect(eventWords({ type: "output", lines: ["a", "b"] })).toBe(
    "The last 2 lines of the program's output are kept",
  );
});

test("histograms and graphs are told by their size", () => {
  const histogram = {
    type: "histogram",
    epoch: 0,
    key: "out/kernel/histogram",
    edges: [-0.5, 0, 0.5],
    counts: [1000, 200],
  } as const;
  expect(eventWords(histogram)).toBe("out/kernel/histogram: 1,200 values from -0.5000 to 0.5000");
  const layer = { name: "out", className: "Dense", outputShapes: [[null, 1]], inputs: [] };
  const input = { ...layer, name: "in", className: "InputLayer", parameters: 0 };
  const layers = [input, { ...layer, parameters: 1 }];
  expect(eventWords({ type: "graph", epoch: 0, layers })).toBe("Model of 1 layer, 1 parameter");
});

test("what a run records on its own is told in words", () => {
  const words = [
    eventWords({ type: "resumed", segment: 2 }),
    eventWords({ type: "card", card: { versions: {}, seed: {} } }),
    eventWords({
      type: "partial_epoch",
      epoch: 3,
      batches: 2,
      of: 9,
      reason: "it was not validated",
    }),
    eventWords({ type: "tensor_leak", epoch: 2, tensorsPerEpoch: 212, bytesPerEpoch: 4096 }),
    eventWords({ type: "recording_thinned", epoch: 0, batch: 249, every: 2, share: 0.0161 }),
    eventWords({
      type: "request",
      request: "r",
      want: "save_weights",
      by: "ana",
      epoch: 1,
      outcome: "saved to models/1",
    }),
    eventWords({ type: "note", by: "ana", text: "for the paper" }),
    eventWords({ type: "non_finite", epoch: 3, batch: 12, key: "loss", value: "NaN", before: 4e9 }),
  ];
  expect(words).toEqual([
    "Resumed, for the 2nd time",
    "Card taken: versions, seed",
    "Partial epoch: it was not validated",
    "Tensor leak: 212 tensors (4,096 bytes) more with every epoch",
    "Only every 2nd batch is recorded from batch 250 on: recording took 1.6 % of the time",
    "ana asked to save the weights: saved to models/1",
    "ana: for the paper",
    "loss is NaN for the first time in batch 13, after 4e9",
  ]);
});

test("tells who made what of a run", () => {
  const words = (...changes: RunChange[]) => eventWords({ type: "updated", by: "ana", changes });
  expect([
    words(
      { field: "name", from: "first", to: "best" },
      { field: "tags", from: ["old", "both"], to: ["both", "new", "newer"] },
    ),
    words({ field: "notes", from: "", to: "odd" }, { field: "group", from: null, to: "sweep" }),
    words({ field: "notes", from: "odd", to: "" }, { field: "group", from: "sweep", to: null }),
    words({ field: "archived", from: false, to: true }),
    words({ field: "archived", from: true, to: false }),
    words({ field: "deleted", from: false, to: true }),
    words({ field: "deleted", from: true, to: false }),
    words({ field: "colour", from: "red", to: "blue" }),
    eventWords({ type: "pruned", by: "ana", keepEvery: 64, removed: 9_000 }),
  ]).toEqual([
    "ana renamed it from first to best, added the tags new, newer, removed the tag old",
    "ana changed its notes, put it into the group sweep",
    "ana removed its notes, took it out of the group sweep",
    "ana archived it",
    "ana took it out of the archive",
    "ana put it into the trash",
    "ana restored it from the trash",
    "ana changed its colour",
    "ana thinned it: 9,000 values removed, of each 64 steps the extremes kept",
  ]);
});

test("an event of a newer version shows its type", () => {
  expect(eventWords({ type: "from_the_future" } as never)).toBe("from_the_future");
});

test("a fit is told with its number, its model, its epochs and what of it is frozen", () => {
  const fit = {
    type: "fit",
    epoch: 5,
    fit: 1,
    initialEpoch: 0,
    epochs: 3,
    model: "digits",
    trainedParameters: 650,
    parameters: 101_770,
  } as const;
  const { epochs, ...unknown } = { ...fit, trainedParameters: 101_770 };
  expect([eventWords(fit), eventWords({ ...fit, initialEpoch: 2 }), eventWords(unknown)]).toEqual([
    "Fit 2 began: digits, 3 epochs, 650 of 101,770 parameters trained",
    "Fit 2 began: digits, 1 epoch, 650 of 101,770 parameters trained",
    "Fit 2 began: digits",
  ]);
});
