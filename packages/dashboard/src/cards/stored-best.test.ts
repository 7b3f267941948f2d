import { chartLines } from "@epochal/panel/charts";
import { sampleColumns } from "@epochal/testing/sample-columns";
import { expect, test } from "vitest";
import { grey } from "../colors/grey.ts";
import { storedBest } from "./stored-best.ts";

const card = {
  id: "epoch:loss",
  title: "loss",
  metric: "loss",
  kind: "loss",
  direction: "min",
  train: "loss",
  validation: "val_loss",
} as const;
const run = {
  id: "a",
  series: [
    { key: "loss", best: { value: 0.1, step: 2, epoch: 2 } },
    { key: "val_loss", best: { value: 0.3, step: 1, epoch: 1 } },
  ],
};
const columns = (key: string) => {
  const sample = sampleColumns("a", key, [0.5, 0.3, 0.4]);
  return { ...sample, wallTime: sample.step.map((step) => 1000 + step * 70) };
};
const line = { id: "a", label: "a", color: grey, startedAt: 900, validation: columns("val_loss") };
const axes = ["epoch", "step", "relative", "wall"] as const;

test.each(axes)("the best stands where its value is drawn, on an axis of %s", (xAxis) => {
  const best = storedBest(run, { ...card, per: "epoch" }, line, xAxis);
  const [drawn] = chartLines([line], xAxis);
  expect(best).toEqual({ value: 0.3, x: drawn?.x[1] });
});

test("a run without validation is best by training, and batches stand where they are spread", () => {
  const { validation: _, ...rest } = line;
  const train = { ...columns("loss"), epoch: Float64Array.of(0, 0, 0) };
  const of = (xAxis: (typeof axes)[number]) =>
    storedBest(run, { ...card, per: "batch" }, { ...rest, per: "batch", train }, xAxis);
  expect(of("step")).toEqual({ value: 0.1, x: 2 });
  expect(of("epoch")).toEqual({ value: 0.1, x: 1 });
});

test("what lies in a bucket, or is not told, has no place", () => {
  const validation = { ...columns("val_loss"), step: Float64Array.of(0, 16, 32) };
  expect(storedBest(run, { ...card, per: "batch" }, { ...line, validation }, "wall")).toBe(
    undefined,
  );
  expect(storedBest({ id: "a", series: [] }, { ...card, per: "epoch" }, line, "epoch")).toBe(
    undefined,
  );
});
