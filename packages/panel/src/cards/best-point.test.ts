import { expect, test } from "vitest";
import { sampleRun, sampleSeries } from "../../../conclusions/test/sample-run.ts";
import { bestPoint } from "./best-point.ts";

const grey = { light: "#888888", dark: "#888888" };
const none = new Float64Array();
const runs = [
  sampleRun({ id: "a", series: [sampleSeries("val_loss", [0.5, 0.3, 0.4])] }),
  sampleRun({
    id: "b",
    series: [sampleSeries("val_loss", [0.5, 0.4]), sampleSeries("loss", [0.1])],
  }),
];
const card = {
  id: "epoch:loss",
  title: "loss",
  metric: "loss",
  kind: "loss",
  per: "epoch",
  direction: "min",
  train: "loss",
  validation: "val_loss",
} as const;

test("the best point is that of validation, by the direction", () => {
  expect(bestPoint(runs, card, "epoch")).toEqual({
    run: "a",
    x: 2,
    y: 0.3,
    label: "0.3000 · epoch 2",
  });
});

test("without a direction or values there is none", () => {
  const { direction: _, ...undirected } = card;
  expect(bestPoint(runs, undirected, "epoch")).toBeUndefined();
  expect(bestPoint([], card, "epoch")).toBeUndefined();
});

test("on an axis of time it stands where its value was logged", () => {
  const line = {
    ...{ id: "a", label: "a", color: grey, startedAt: 500 },
    validation: {
      total: 3,
      step: Float64Array.of(0, 1, 2),
      epoch: Float64Array.of(0, 1, 2),
      wallTime: Float64Array.of(1000, 2000, 3000),
      value: Float64Array.of(0.5, 0.3, 0.4),
      nonFinite: { step: none, epoch: none, value: none, total: 0 },
    },
  };
  expect(bestPoint(runs, card, "wall", [line])).toMatchObject({ run: "a", x: 2000 });
  expect(bestPoint(runs, card, "relative", [line])).toMatchObject({ run: "a", x: 1500 });
  expect(bestPoint(runs, card, "relative", [])).toBeUndefined();
});
