import { expect, test } from "vitest";
import type { SeriesSummary } from "../run-summary.ts";
import { primaryMetric } from "./primary-metric.ts";

const keys = (...names: string[]): SeriesSummary[] =>
  names.map((key) => {
    const metric = key.replace(/^val_/, "");
    return {
      key,
      metric,
      split: key.startsWith("val_") ? "validation" : "train",
      kind: metric === "loss" ? "loss" : "metric",
      direction: metric === "loss" ? "min" : "max",
      per: "epoch",
      count: 2,
      nonFinite: 0,
    };
  });
const run = (series: SeriesSummary[], monitor?: string) => ({
  series,
  conclusions: { ...(monitor !== undefined && { monitor }) },
});

test("the metric early stopping watched wins", () => {
  const series = keys("loss", "val_loss", "val_auc");
  expect(primaryMetric([run(series, "val_loss"), run(series)])?.key).toBe("val_loss");
});

test("a monitor nobody logged is passed over", () => {
  expect(primaryMetric([run(keys("val_auc"), "val_f1")])?.key).toBe("val_auc");
});

test("a validation metric comes before the validation loss", () => {
  expect(primaryMetric([run(keys("loss", "val_loss", "auc", "val_auc"))])).toEqual({
    key: "val_auc",
    metric: "auc",
    direction: "max",
  });
});

test("a metric that only few runs have does not decide", () => {
  const plain = [1, 2, 3].map(() => run(keys("loss", "val_loss")));
  const odd = run(keys("loss", "val_loss", "val_auc"));
  expect(primaryMetric([odd, ...plain])?.key).toBe("val_loss");
});

test("without validation a training series decides", () => {
  expect(primaryMetric([run(keys("loss"))])?.key).toBe("loss");
});

test("without series there is nothing to judge by", () => {
  expect(primaryMetric([])).toBeUndefined();
  expect(primaryMetric([run([])])).toBeUndefined();
});

test("of equals the AUC decides", () => {
  const series = keys("val_accuracy", "val_auc");
  expect(primaryMetric([run(series)])?.key).toBe("val_auc");
  const watched = [run(series, "val_accuracy"), run(series, "val_auc")];
  expect(primaryMetric(watched)?.key).toBe("val_auc");
});
