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
  const loss = exampleSeries({
    key: "loss",
    nonFinite: 4,
    firstNonFinite: { value: Number.NaN, step: 4, epoch: 4 },
  });
  expect(statusText(exampleRun({ series: [loss] }))).toBe("finished, loss NaN @ 4");
});
