import { expect, test } from "vitest";
import { sampleRun, sampleSeries } from "../../test/sample-run.ts";
import { describeStatus } from "./describe-status.ts";

const series = [sampleSeries("val_loss", [0.9, 0.8, 0.7])];

test.each([
  ["running", "running · 3 epochs", "accent"],
  ["finished", "finished · 3 epochs", "muted", "finished"],
  ["stopped_early", "stopped early after 3 epochs", "muted", "stopped early"],
  ["killed", "killed after 3 epochs: its process is gone", "bad"],
  ["interrupted", "interrupted after 3 epochs", "warn"],
] as const)("a run that is %s reads “%s”", (state, text, tone, brief?: string) => {
  const run = sampleRun({ id: "a", series, status: { state, lastSeenAt: 0 } });
  expect(describeStatus(run)).toEqual({ text, tone, ...(brief && { brief }) });
});

test("a failed run says its error", () => {
  const status = { state: "failed", reason: "TypeError: no data", lastSeenAt: 0 } as const;
  expect(describeStatus(sampleRun({ id: "a", series, status })).text).toBe(
    "failed: TypeError: no data",
  );
});

test("early stopping is told with the epochs its event tells of", () => {
  const event = {
    type: "stopped_early",
    epoch: 8,
    monitor: "val_loss",
    value: 1,
    reason: "",
  } as const;
  const status = { state: "stopped_early", lastSeenAt: 0 } as const;
  const run = sampleRun({ id: "a", series, status, events: [{ at: 0, event }] });
  expect(describeStatus(run).text).toBe("stopped early after 9 epochs");
});

test("a stalled run says for how long it has been silent", () => {
  const run = sampleRun({ id: "a", status: { state: "stalled", lastSeenAt: 1000 } });
  expect(describeStatus(run).text).toBe("stalled");
  expect(describeStatus(run, 31_000).text).toBe("stalled 30 s");
  expect(describeStatus(run, 241_000).text).toBe("stalled 4 min");
  expect(describeStatus(run, 3 * 3600_000).text).toBe("stalled 3 h");
});

test("a loss that ends as NaN is told whatever the process did after it", () => {
  const broken = (divergence: { value: number; epoch?: number; batch?: number }) =>
    describeStatus(
      sampleRun({
        id: "a",
        series,
        conclusions: { divergence: { key: "loss", ...divergence }, disagreements: [], regrets: [] },
      }),
    );
  expect(broken({ value: Number.NaN, epoch: 1 })).toEqual({
    text: "diverged · NaN from epoch 2",
    tone: "bad",
  });
  expect(broken({ value: Number.POSITIVE_INFINITY, epoch: 7, batch: 46 }).text).toBe(
    "diverged · ∞ from epoch 8, batch 47",
  );
  expect(broken({ value: Number.NaN }).text).toBe("diverged · NaN");
});

test("the age is how long ago it ended, or was heard of", () => {
  const ended = sampleRun({ id: "a", series, endedAt: 1000 });
  expect(describeStatus(ended, 1000 + 3 * 60_000).age).toBe("3 min ago");
  const { endedAt: _, ...open } = ended;
  const running = { ...open, status: { state: "running", lastSeenAt: 5000 } as const };
  expect(describeStatus(running, 9000).age).toBe("just now");
});

test.each([
  ["running", "running · in its 12th epoch"],
  ["killed", "killed in its 12th epoch: its process is gone"],
  ["interrupted", "interrupted in its 12th epoch"],
  ["finished", "finished · 11 epochs"],
] as const)("a run whose batches say that it is %s in its 12th epoch reads “%s”", (state, text) => {
  const epochs = sampleSeries("loss", Array(11).fill(0.5));
  const last = { value: 0.4, step: 91, epoch: 11.375 };
  const batches = sampleSeries("batch_loss", [], { per: "batch", count: 91, last });
  const run = sampleRun({ id: "a", series: [epochs, batches], status: { state, lastSeenAt: 0 } });
  expect(describeStatus(run).text).toBe(text);
});

test("a run that was resumed after it had stopped did not stop there", () => {
  const stop = { type: "stopped_early", epoch: 1, reason: "" } as const;
  const events = [stop, { type: "resumed", segment: 1 } as const].map((event) => ({
    at: 0,
    event,
  }));
  const status = { state: "stopped_early", lastSeenAt: 0 } as const;
  expect(describeStatus(sampleRun({ id: "a", series, status, events })).text).toBe(
    "stopped early after 3 epochs",
  );
});
