import { expect, test } from "vitest";
import { exampleRun, exampleSeries } from "../../test/example-run.ts";
import { pickMetric } from "./pick-metric.ts";

const auc = exampleSeries();
const accuracy = exampleSeries({ key: "val_acc", metric: "acc" });
const loss = exampleSeries({ key: "val_loss", metric: "loss", kind: "loss", direction: "min" });

test("takes the AUC where as many runs have the accuracy", () => {
  expect(pickMetric([exampleRun({ series: [loss, accuracy, auc] })])).toBe("val_auc");
});

test("takes what the most runs have", () => {
  const runs = [
    exampleRun({ series: [loss, accuracy, auc] }),
    exampleRun({ series: [loss, accuracy] }),
  ];
  expect(pickMetric(runs)).toBe("val_acc");
});

test("takes the loss where fewer than half of the runs have a metric", () => {
  const runs = [
    exampleRun({ series: [loss, auc] }),
    exampleRun({ series: [loss] }),
    exampleRun({ series: [loss] }),
  ];
  expect(pickMetric(runs)).toBe("val_loss");
});

test("leaves out what has no direction, and what is not validation", () => {
  const { direction: _, ...count } = exampleSeries({ key: "val_positives", metric: "positives" });
  const train = exampleSeries({ key: "auc", split: "train" });
  const trainLoss = { ...loss, key: "loss", split: "train" } as const;
  expect(pickMetric([exampleRun({ series: [count, train, trainLoss] })])).toBe("loss");
});

test("picks none where nothing fits", () => {
  expect(pickMetric([])).toBeUndefined();
  expect(pickMetric([exampleRun()])).toBeUndefined();
});
