import { expect, test } from "vitest";
import { exampleRun, exampleSeries } from "../../test/example-run.ts";
import { statusText } from "./status-text.ts";

test("says the state and the reason", () => {
  const lastSeenAt = new Date();
  expect(statusText(exampleRun())).toBe("finished");
  expect(
    statusText(
      exampleRun({ status: { state: "stopped_early", reason: "val_auc stood still", lastSeenAt } }),
    ),
  ).toBe("stopped early: val_auc stood still");
});

test("does not call a run whose loss was lost just finished", () => {
  const divergence = { key: "loss", value: Number.NaN, epoch: 4, batch: 7 };
  const conclusions = { divergence, disagreements: [], regrets: [] };
  expect(statusText(exampleRun({ conclusions }))).toBe(
    "finished, diverged: NaN from epoch 5, batch 8",
  );
});

test("says nothing of a loss that came back", () => {
  const firstNonFinite = { value: Number.NaN, step: 4, epoch: 4 };
  const loss = exampleSeries({ key: "loss", nonFinite: 4, firstNonFinite });
  expect(statusText(exampleRun({ series: [loss] }))).toBe("finished");
});

test("says how far a run came that was killed", () => {
  const status = {
    state: "killed",
    reason: "its process is gone",
    lastSeenAt: new Date(),
  } as const;
  const last = { value: 1, step: 10, epoch: 10 };
  const epochs = exampleSeries({ key: "loss", last });
  const batches = exampleSeries({ per: "batch", last: { ...last, epoch: 11.5 } });
  expect(statusText(exampleRun({ status, series: [epochs] }))).toBe(
    "killed after 11 epochs: its process is gone",
  );
  expect(statusText(exampleRun({ status, series: [epochs, batches] }))).toBe(
    "killed in its 12th epoch: its process is gone",
  );
});
