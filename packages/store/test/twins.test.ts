import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { RunStatus, Store } from "../src/index.ts";
import { openQuickly, quickLease } from "./open-quickly.ts";
import { type ContainerArgs, hasContainers, runInContainer } from "./run-in-container.ts";
import { runProgram } from "./run-program.ts";
import { tempFolder } from "./temp-folder.ts";

const wait = { timeout: 40_000, interval: 100 };
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function open(location: string): Promise<Store> {
  const store = await openQuickly(location, (error) => expect.fail(error.message));
  onTestFinished(() => store.close());
  return store;
}

async function statusOf(store: Store, name: string): Promise<RunStatus | undefined> {
  return (await store.listRuns()).runs.find((run) => run.name === name)?.status;
}

const segments = (location: string) => readdirSync(path.join(path.dirname(location), "journal"));

describe.skipIf(!hasContainers)("a run of another container on a shared folder", () => {
  const containers: ContainerArgs[] = [
    { isOtherMachine: true },
    {},
    { host: "another", isOtherMachine: true },
    { host: "another" },
  ];

  async function watch(args: ContainerArgs): Promise<void> {
    const location = path.join(tempFolder(), "runs.db");
    const { child, printed, ended } = runInContainer("train.ts", [location, "is tracked"], args);
    await printed("ready");
    const [journal] = segments(location);
    const store = await open(location);
    await vi.waitFor(async () => expect((await store.listRuns()).total).toBe(1), wait);
    const end = Date.now() + quickLease.silentMs + quickLease.forgottenMs;
    while (Date.now() < end) {
      expect(await statusOf(store, "is tracked")).toMatchObject({ state: "running" });
      expect(segments(location)).toContain(journal);
      await sleep(100);
    }
    child.kill("SIGKILL");
    await ended;
    const state = args.host === undefined && args.isOtherMachine ? "killed" : "stalled";
    const found = async () => expect(await statusOf(store, "is tracked")).toMatchObject({ state });
    await vi.waitFor(found, wait);
    // Nobody can ask for its writer: what it wrote is folded, and stays for a while.
    await vi.waitFor(() => expect(segments(location)).not.toContain(journal), wait);
    const [run] = (await store.listRuns()).runs;
    expect(run?.series[0]?.count).toBe((run?.series[0]?.last?.step ?? 0) + 1);
  }

  // All at once, because each takes its time.
  it("lives while it beats, whatever its host and boot are called, and keeps its journal", async () => {
    await Promise.all(containers.map(watch));
  }, 120_000);
});

it.skipIf(process.platform !== "linux")(
  "ends with its thread, while another store of its process goes on",
  async () => {
    const location = path.join(tempFolder(), "runs.db");
    const { child, printed } = runProgram("train-in-thread.ts", [location]);
    await printed("ready");
    const store = await open(location);
    const running = async () => {
      for (const name of ["first", "thread"]) {
        expect(await statusOf(store, name)).toMatchObject({ state: "running" });
      }
    };
    await vi.waitFor(running, wait);
    child.stdin?.write("\n");
    await printed("terminated");
    expect(await statusOf(store, "thread")).toMatchObject({
      state: "killed",
      reason: "its thread was ended",
    });
    expect(await statusOf(store, "first")).toMatchObject({ state: "running" });
    // What the thread has left is folded and removed.
    await vi.waitFor(() => expect(segments(location)).toHaveLength(1), wait);
  },
  30_000,
);
