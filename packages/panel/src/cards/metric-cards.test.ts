import { primaryMetric } from "@epochal/conclusions";
import { expect, test } from "vitest";
import { sampleRun, sampleSeries } from "../../../conclusions/test/sample-run.ts";
import { metricCards } from "./metric-cards.ts";

const series = (key: string, changes = {}) => sampleSeries(key, [0.5], changes);
const run = sampleRun({
  id: "a",
  series: [
    series("auc"),
    series("val_auc"),
    series("accuracy"),
    series("loss"),
    series("val_loss"),
    series("batch_loss", { metric: "loss", per: "batch", kind: "loss" }),
    series("learning_rate", { metric: "learning_rate", kind: "learning_rate" }),
    series("epoch_seconds", { metric: "epoch_seconds", kind: "system" }),
  ],
});
const titles = (cards: readonly { title: string }[]) => cards.map(({ title }) => title);

test("training and validation of a metric share a card", () => {
  const { primary } = metricCards(run.series, primaryMetric([run]));
  expect(primary).toMatchObject({ title: "auc", train: "auc", validation: "val_auc" });
});

test("losses come first, batches and learning rates have places of their own", () => {
  const { epoch, batch, rates, machine } = metricCards(run.series, primaryMetric([run]));
  expect(titles(epoch)).toEqual(["loss", "accuracy"]);
  expect(titles(batch)).toEqual(["loss per batch"]);
  expect(titles(rates)).toEqual(["learning_rate"]);
  expect(titles(machine)).toEqual(["epoch_seconds"]);
});

test("no runs make no cards", () => {
  expect(metricCards([], undefined)).toEqual({ epoch: [], batch: [], rates: [], machine: [] });
});

test("numbers in names count as numbers", () => {
  const { epoch } = metricCards(
    ["recall_10", "recall_2", "recall_1"].map((key) => series(key)),
    undefined,
  );
  expect(titles(epoch)).toEqual(["recall_1", "recall_2", "recall_10"]);
});
