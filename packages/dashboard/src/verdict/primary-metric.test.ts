import { expect, test } from "vitest";
import { primaryMetric } from "./primary-metric.ts";
import { sampleRun, sampleSeries } from "./sample-run.ts";

const keys = (...names: string[]) => names.map((name) => sampleSeries(name, [0.5, 0.6]));
const watching = (monitor: string) => ({
  at: 0,
  event: {
    type: "early_stopping",
    epoch: 0,
    monitor,
    mode: "max",
    value: 0.5,
    minDelta: 0,
    wait: 0,
    patience: 3,
    improved: true,
  } as const,
});

test("the metric early stopping watched wins", () => {
  const series = keys("loss", "val_loss", "val_auc");
  const run = sampleRun({ id: "a", series, events: [watching("val_loss")] });
  expect(primaryMetric([run, sampleRun({ id: "b", series })])?.key).toBe("val_loss");
});

test("a monitor nobody logged is passed over", () => {
  const run = sampleRun({ id: "a", series: keys("val_auc"), events: [watching("val_f1")] });
  expect(primaryMetric([run])?.key).toBe("val_auc");
});

test("a validation metric comes before the validation loss", () => {
  const run = sampleRun({ id: "a", series: keys("loss", "val_loss", "auc", "val_auc") });
  expect(primaryMetric([run])).toEqual({ key: "val_auc", metric: "auc", direction: "max" });
});

test("a metric that only few runs have does not decide", () => {
  const plain = ["a", "b", "c"].map((id) => sampleRun({ id, series: keys("loss", "val_loss") }));
  const odd = sampleRun({ id: "d", series: keys("loss", "val_loss", "val_auc") });
  expect(primaryMetric([odd, ...plain])?.key).toBe("val_loss");
});

test("without validation a training series decides", () => {
  expect(primaryMetric([sampleRun({ id: "a", series: keys("loss") })])?.key).toBe("loss");
});

test("without series there is nothing to judge by", () => {
  expect(primaryMetric([])).toBeUndefined();
  expect(primaryMetric([sampleRun({ id: "a" })])).toBeUndefined();
});
