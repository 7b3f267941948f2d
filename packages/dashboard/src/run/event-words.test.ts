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
    "Weights of epoch 4 restored, val_auc 0.9000",
  );
  expect(eventWords({ type: "warning", message: "the disk is full" })).toBe("the disk is full");
});

test("histograms and graphs are told by their size", () => {
  const histogram = {
    type: "histogram",
    epoch: 0,
    key: "out/kernel/histogram",
    edges: [-0.5, 0, 0.5],
    counts: [1000, 200],
  } as const;
  expect(eventWords(histogram)).toBe("out/kernel/histogram: 1,200 values from −0.5000 to 0.5000");
  const layer = { name: "out", className: "Dense", outputShapes: [[null, 1]], inputs: [] };
  expect(eventWords({ type: "graph", epoch: 0, layers: [{ ...layer, parameters: 1 }] })).toBe(
    "Model of 1 layer, 1 parameter",
  );
});

test("an event of a newer version shows its type", () => {
  expect(eventWords({ type: "from_the_future" } as never)).toBe("from_the_future");
});
