import { describe, expect, it } from "vitest";
import type { WriterState } from "./probe-writer.ts";
import { leaseMs, runStatus } from "./run-status.ts";

const now = 1_800_000_000_000;
const writer = { host: "h", bootId: "b", pid: 7, pidStarted: "1" };
const lives = "though its process lives";
const where = "it ran on h, which cannot be asked from here";

interface Silence {
  /** By the clock on the wall. */
  readonly ms: number;
  /** By the time the machine was awake; null where the writer did not say. */
  readonly awakeMs?: number;
}

function status(
  state: string | null,
  { ms, awakeMs }: Silence,
  process: WriterState,
  reason?: string,
) {
  const seenUpMs = awakeMs === undefined ? null : 1e6 - awakeMs;
  const lease = { state, reason: reason ?? null, seenMs: now - ms, seenUpMs, writer };
  const { lastSeenAt, ...rest } = runStatus(lease, { now, awake: 1e6 }, () => process);
  expect(lastSeenAt).toEqual(new Date(now - ms));
  return rest;
}

describe("runStatus", () => {
  it.each([
    ["alive", 0, { state: "running" }],
    ["alive", leaseMs, { state: "running" }],
    ["alive", leaseMs + 1, { state: "stalled", reason: `not heard of for 1 min, ${lives}` }],
    ["alive", 4 * 60_000, { state: "stalled", reason: `not heard of for 4 min, ${lives}` }],
    ["suspended", 0, { state: "stalled", reason: "its process is suspended" }],
    ["elsewhere", leaseMs, { state: "running" }],
    ["elsewhere", 3 * 3_600_000, { state: "stalled", reason: `not heard of for 3 h; ${where}` }],
    [
      "elsewhere",
      72 * 3_600_000,
      { state: "stalled", reason: `not heard of for 3 days; ${where}` },
    ],
    ["elsewhere", -5_000, { state: "running" }],
    [
      "elsewhere",
      -7_200_000,
      { state: "stalled", reason: `its clock is 2 h ahead of this one; ${where}` },
    ],
    ["gone", 0, { state: "killed", reason: "its process is gone" }],
    ["gone", 10 * leaseMs, { state: "killed", reason: "its process is gone" }],
    ["restarted", 0, { state: "killed", reason: "its machine was started anew" }],
  ] as const)("of a silent run whose process is %s after %i ms is %o", (process, ms, expected) => {
    expect(status(null, { ms }, process)).toEqual(expected);
  });

  it.each([
    ["was set an hour forward", { ms: 3_600_000, awakeMs: 2_000 }, "running"],
    ["was set an hour back", { ms: -3_600_000, awakeMs: 2_000 }, "running"],
    ["was set back while it was stuck", { ms: -3_600_000, awakeMs: leaseMs + 1 }, "stalled"],
    ["went on while the machine slept", { ms: 8 * 3_600_000, awakeMs: 3_000 }, "running"],
  ])("is not misled by a clock that %s", (_what, silence, state) => {
    expect(status(null, silence, "alive").state).toBe(state);
  });

  it.each(["finished", "stopped_early", "failed", "interrupted"])(
    "believes a run that says %s, whatever its process does",
    (state) => {
      for (const process of ["alive", "gone", "restarted", "elsewhere"] as const) {
        expect(status(state, { ms: 10 * leaseMs }, process)).toEqual({ state });
        expect(status(state, { ms: 0 }, process, "why")).toEqual({ state, reason: "why" });
      }
    },
  );

  it("does not look for the process of a run that has said how it ended", () => {
    const lease = { state: "finished", reason: null, seenMs: now, seenUpMs: 0, writer };
    runStatus(lease, { now, awake: 0 }, () => expect.fail("looked"));
  });
});
