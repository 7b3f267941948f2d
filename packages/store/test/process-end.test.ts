import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openStore, type RunDetails } from "../src/index.ts";
import { type ProgramEnd, runProgram } from "./run-program.ts";
import { tempFolder } from "./temp-folder.ts";

async function train(
  ending: string,
  signal?: NodeJS.Signals,
): Promise<{ end: ProgramEnd; run: RunDetails }> {
  const location = path.join(tempFolder(), "runs.db");
  const program = runProgram("train.ts", [location, ending]);
  if (signal !== undefined) {
    await program.printed("ready");
    program.child.kill(signal);
  }
  const end = await program.ended;
  const store = await openStore(location);
  onTestFinished(() => store.close());
  const [summary] = (await store.listRuns()).runs;
  const run = await store.getRun(summary?.id ?? "");
  expect(run.series[0]?.count).toBeGreaterThanOrEqual(100);
  return { end, run };
}

describe("a process that ends on its own", () => {
  it.each([
    ["says nothing", 0, "finished", "the process ended without finish()"],
    ["exits with 0", 0, "finished", "the process ended without finish()"],
    ["exits with 3", 3, "failed", "the process ended with exit code 3"],
    ["throws", 1, "failed", "RangeError: out of luck"],
    ["rejects", 1, "failed", "RangeError: out of promises"],
    ["stopped early", 0, "stopped_early", "It was enough."],
    ["throws while tracked", 1, "failed", "TypeError: no such layer"],
    ["exits while tracked", 0, "interrupted", "the process ended during training"],
    ["waits for ever while tracked", 13, "failed", "the process ended with exit code 13"],
  ])("that %s ends with %i and leaves a run that %s", async (ending, code, state, reason) => {
    const { end, run } = await train(ending);
    expect(end).toMatchObject({ code, signal: null });
    expect(run.status).toMatchObject({ state, reason });
    expect(run.series[0]?.count).toBe(100);
  });
});

describe.skipIf(process.platform === "win32")("a process that a signal ends", () => {
  it.each(["SIGINT", "SIGTERM"] as const)(
    "that is tracked records %s, and ends by it",
    async (signal) => {
      const { end, run } = await train("is tracked", signal);
      expect(end).toMatchObject({ code: null, signal });
      expect(run.status).toMatchObject({ state: "interrupted", reason: signal });
    },
  );

  it("leaves the end to somebody else who listens", async () => {
    const { end, run } = await train("is tracked beside a polite listener", "SIGINT");
    expect(end).toMatchObject({ code: 7, signal: null });
    expect(run.status).toMatchObject({ state: "interrupted", reason: "SIGINT" });
  });

  it("does not listen to signals while nothing is tracked", async () => {
    const before = await train("is not tracked", "SIGINT");
    expect(before.end.signal).toBe("SIGINT");
    expect(before.run.status).toMatchObject({ state: "killed", reason: "its process is gone" });
    const after = await train("was tracked", "SIGTERM");
    expect(after.end.signal).toBe("SIGTERM");
    expect(after.run.status.state).toBe("finished");
  });
});
