import { describe, expect, it } from "vitest";
import { usualLease } from "./lease.ts";
import type { WriterState } from "./probe-writer.ts";
import { runStatus } from "./run-status.ts";
import type { Watch } from "./watch.ts";

const leaseMs = usualLease.silentMs;
const now = 1_800_000_000_000;
const moment = {
  now,
  awake: 1e6,
  here: { host: "h", bootId: "here", pid: 9, pidSpace: "one" },
  silentMs: leaseMs,
};
const writer = { host: "h", bootId: "b", pid: 7, pidStarted: "1" };
const lives = "though its process lives";
const where = "it ran on h, which cannot be asked from here";

const anew = "; its machine was started anew, or another one has its name";

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
  const { lastSeenAt, ...rest } = runStatus(lease, moment, () => process);
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
    ["thread_gone", 0, { state: "killed", reason: "its thread was ended" }],
    ["restarted", leaseMs, { state: "running" }],
    ["restarted", 3 * 3_600_000, { state: "stalled", reason: `not heard of for 3 h${anew}` }],
    [
      "restarted",
      -3 * 3_600_000,
      { state: "stalled", reason: `its clock is 3 h ahead of this one${anew}` },
    ],
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

  const hours = [-9, 0, 9].map((each) => each * 3_600_000);
  const watched = (process: WriterState, watch: Watch, ms: number, bootId = "there") => {
    const theirs = { ...writer, bootId, pidSpace: "two" };
    const lease = {
      state: null,
      reason: null,
      seenMs: now - ms,
      seenUpMs: 5,
      writer: theirs,
      watch,
    };
    return runStatus(lease, moment, () => process);
  };

  it.each(hours)("goes by the reader's clock, where it has seen enough, and not by %i ms", (ms) => {
    for (const process of ["restarted", "elsewhere"] as const) {
      expect(watched(process, { state: "moved", forMs: leaseMs }, ms)).toMatchObject({
        state: "running",
      });
      for (const state of ["moved", "seen", "still"] as const) {
        const { reason, ...rest } = watched(process, { state, forMs: leaseMs + 1 }, ms);
        expect(rest.state).toBe(process === "restarted" ? "killed" : "stalled");
        if (process === "elsewhere")
          expect(reason).toMatch(/^not heard of for (1 min|9 h); it ran/);
      }
    }
    expect(watched("restarted", { state: "still", forMs: 0 }, ms).state).toBe("killed");
  });

  it("shares a clock with another container of this machine", () => {
    const seen = { state: "seen", forMs: 0 } as const;
    const silent = watched("elsewhere", seen, 0, "here");
    expect(silent).toMatchObject({ state: "stalled", reason: expect.stringContaining("16 min") });
    const lease = { state: null, reason: null, seenMs: 0, seenUpMs: 999_000, watch: seen };
    const here = { ...writer, bootId: "here", pidSpace: "two" };
    expect(runStatus({ ...lease, writer: here }, moment, () => "elsewhere").state).toBe("running");
  });

  it("does not look for the process of a run that has said how it ended", () => {
    const lease = { state: "finished", reason: null, seenMs: now, seenUpMs: 0, writer };
    runStatus(lease, moment, () => expect.fail("looked"));
  });
});

describe("runStatus of a run that is sent", () => {
  const sent = (silentMs: number, host?: string) => {
    // The clock of who sends it is an hour ahead, and a process of its number lives here.
    const lease = { state: null, reason: null, seenMs: now + 3_600_000, seenUpMs: null };
    const of = { kind: "page", journal: "j", ...(host !== undefined && { host }) };
    const heardMs = now - silentMs;
    const { lastSeenAt, ...rest } = runStatus(
      { ...lease, heardMs, writer: of },
      moment,
      () => "alive",
    );
    expect(lastSeenAt).toEqual(new Date(heardMs));
    return rest;
  };

  it.each([
    [0, { state: "running" }],
    [2 * leaseMs, { state: "running" }],
    [2 * leaseMs + 1, { state: "stalled", reason: "its page was not heard of for 2 min" }],
    [30 * leaseMs, { state: "stalled", reason: "its page was not heard of for 30 min" }],
    [30 * leaseMs + 1, { state: "lost", reason: "its page was not heard of for 30 min" }],
    [5 * 86_400_000, { state: "lost", reason: "its page was not heard of for 5 days" }],
    // The server's clock was set back.
    [-1_000, { state: "running" }],
    [-5 * 86_400_000, { state: "lost", reason: "its page was not heard of for 5 days" }],
  ])("goes by the server's clock alone: after %i ms", (silentMs, said) => {
    expect(sent(silentMs)).toEqual(said);
  });

  it("names its machine", () => {
    const reason = "its machine, atlas, was not heard of for 4 min";
    expect(sent(240_000, "atlas")).toEqual({ state: "stalled", reason });
  });
});
