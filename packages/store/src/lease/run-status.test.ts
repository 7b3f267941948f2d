import { describe, expect, it } from "vitest";
import type { WriterState } from "./probe-writer.ts";
import { leaseMs, runStatus } from "./run-status.ts";

const now = 1_800_000_000_000;
const writer = { host: "h", bootId: "b", pid: 7, pidStarted: "1" };

function status(state: string | null, silentMs: number, process: WriterState, reason?: string) {
  const lease = { state, reason: reason ?? null, seenMs: now - silentMs, writer };
  const { lastSeenAt, ...rest } = runStatus(lease, now, () => process);
  expect(lastSeenAt).toEqual(new Date(now - silentMs));
  return rest;
}

describe("runStatus", () => {
  it.each([
    ["alive", 0, { state: "running" }],
    ["alive", leaseMs, { state: "running" }],
    ["alive", leaseMs + 1, { state: "stalled", reason: "not heard of for 1 min" }],
    ["alive", 4 * 60_000, { state: "stalled", reason: "not heard of for 4 min" }],
    ["elsewhere", leaseMs, { state: "running" }],
    ["elsewhere", 3 * 3_600_000, { state: "stalled", reason: "not heard of for 3 h" }],
    ["elsewhere", 72 * 3_600_000, { state: "stalled", reason: "not heard of for 3 days" }],
    ["elsewhere", -5_000, { state: "running" }],
    ["gone", 0, { state: "killed", reason: "its process is gone" }],
    ["gone", 10 * leaseMs, { state: "killed", reason: "its process is gone" }],
    ["restarted", 0, { state: "killed", reason: "its machine was started anew" }],
  ] as const)("of a silent run whose process is %s after %i ms is %o", (process, ms, expected) => {
    expect(status(null, ms, process)).toEqual(expected);
  });

  it.each(["finished", "stopped_early", "failed", "interrupted"])(
    "believes a run that says %s, whatever its process does",
    (state) => {
      for (const process of ["alive", "gone", "restarted", "elsewhere"] as const) {
        expect(status(state, 10 * leaseMs, process)).toEqual({ state });
        expect(status(state, 0, process, "why")).toEqual({ state, reason: "why" });
      }
    },
  );

  it("does not look for the process of a run that has said how it ended", () => {
    const lease = { state: "finished", reason: null, seenMs: now, writer };
    runStatus(lease, now, () => expect.fail("looked"));
  });
});
