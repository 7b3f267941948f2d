import { expect, test } from "vitest";
import { sampleRun, sampleSeries } from "../../test/sample-run.ts";
import { primaryMetric } from "../verdict/primary-metric.ts";
import { bestRunWords } from "./best-run-words.ts";

const peak = Array.from({ length: 30 }, (_, epoch) =>
  epoch <= 4 ? 0.8 + epoch * 0.038775 : 0.9551 - (epoch - 4) * 0.00408,
);
const overfit = sampleRun({ id: "a", series: [sampleSeries("val_auc", peak)] });
const steady = sampleRun({ id: "b", series: [sampleSeries("val_auc", [0.8, 0.9, 0.9412])] });
const names = new Map([
  ["a", "lr 0.01, 128 units"],
  ["b", "lr 0.001"],
]);
const judge = (...runs: ReturnType<typeof sampleRun>[]) =>
  bestRunWords(runs, primaryMetric(runs), names);

test("the sentence names the run, its best value, its epoch and what was kept", () => {
  const { headline, remarks, best } = judge(steady, overfit);
  expect(headline).toBe(
    "Best: lr 0.01, 128 units, val_auc 0.9551 at epoch 5. It kept 0.8531 (epoch 30).",
  );
  expect(remarks).toEqual([
    "Stopping at epoch 5 would have gained 0.1020.",
    "By last value another run looks better: lr 0.001, 0.9412.",
  ]);
  expect(best?.run.id).toBe("a");
});

test("a run that kept its best leaves nothing to regret", () => {
  const { headline, remarks } = judge(steady, sampleRun({ id: "c", series: [] }));
  expect(headline).toBe("Best: lr 0.001, val_auc 0.9412 at epoch 3. It kept these weights.");
  expect(remarks).toEqual([]);
});

test("a single run needs no name", () => {
  expect(judge(steady).headline).toBe("Best: val_auc 0.9412 at epoch 3. It kept these weights.");
});

test("a lower loss is better", () => {
  const low = sampleRun({ id: "a", series: [sampleSeries("val_loss", [0.5, 0.2, 0.3])] });
  const high = sampleRun({ id: "b", series: [sampleSeries("val_loss", [0.5, 0.4, 0.35])] });
  const { headline, remarks } = judge(high, low);
  expect(headline).toContain(
    "Best: lr 0.01, 128 units, val_loss 0.2000 at epoch 2. It kept 0.3000",
  );
  expect(remarks).toEqual(["Stopping at epoch 2 would have gained 0.1000."]);
});

test("a running run has not kept anything yet", () => {
  const status = { state: "running", lastSeenAt: 0 } as const;
  const { headline, remarks } = judge({ ...overfit, status });
  expect(headline).toBe("Best: val_auc 0.9551 at epoch 5. It now holds 0.8531 (epoch 30).");
  expect(remarks).toEqual([]);
});

test("a run that ended as NaN would have kept a finite model", () => {
  const series = [sampleSeries("val_auc", [0.8, 0.9, Number.NaN])];
  expect(judge(sampleRun({ id: "a", series })).remarks).toEqual([
    "Stopping at epoch 2 would have kept a finite model.",
  ]);
});

test("without runs, values or a direction the sentence says so", () => {
  expect(bestRunWords([], undefined, names).headline).toBe("No runs yet.");
  const running = { state: "running", lastSeenAt: 0 } as const;
  expect(judge(sampleRun({ id: "a", status: running })).headline).toBe(
    "Waiting for the first epoch.",
  );
  expect(judge(sampleRun({ id: "a" })).headline).toBe(
    "The run has no finite value to judge it by.",
  );
  expect(bestRunWords([], undefined, names, 3).headline).toBe(
    "No run has a finite value to judge it by.",
  );
  const batches = [sampleSeries("batch_loss", [0.5], { metric: "loss", per: "batch" })];
  expect(judge(sampleRun({ id: "a", series: batches })).headline).toBe(
    "The run recorded values of batches only: no epoch is best.",
  );
  const broken = [sampleSeries("val_loss", [Number.NaN])];
  expect(judge(sampleRun({ id: "a", series: broken })).headline).toBe(
    "The run has no finite val_loss.",
  );
  const both = ["a", "b"].map((id) => sampleRun({ id, series: broken }));
  expect(judge(...both).headline).toBe("No run has a finite val_loss yet.");
});
