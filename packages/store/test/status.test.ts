import { cpSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { RunStatus, Store } from "../src/index.ts";
import { openQuickly, quickLease } from "./open-quickly.ts";
import { type RunningProgram, runProgram } from "./run-program.ts";
import { tempFolder } from "./temp-folder.ts";

const HOUR = 3_600_000;
const wait = { timeout: 20_000, interval: 100 };

interface Trained {
  readonly location: string;
  readonly program: RunningProgram;
  readonly store: Store;
}

/** A process that records a run and goes on until it is ended. */
async function training(ending: string): Promise<Trained> {
  const location = path.join(tempFolder(), "runs.db");
  const program = runProgram("train.ts", [location, ending]);
  await program.printed("ready");
  const store = await openQuickly(location);
  onTestFinished(() => store.close());
  await vi.waitFor(async () => expect(await statusOf(store)).toBeDefined(), wait);
  return { location, program, store };
}

async function statusOf(store: Store): Promise<RunStatus | undefined> {
  return (await store.listRuns()).runs[0]?.status;
}

/** As another process sees it: with a clock that is set otherwise. */
async function statusFor(location: string, shiftMs: number): Promise<RunStatus> {
  const { stdout, stderr } = await runProgram("read-status.ts", [location, String(shiftMs)]).ended;
  expect(stderr).toBe("");
  return JSON.parse(stdout) as RunStatus;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function kill({ child, ended }: RunningProgram): Promise<void> {
  child.kill("SIGKILL");
  await ended;
}

async function suspend({ program, store }: Trained): Promise<void> {
  program.child.kill("SIGSTOP");
  const suspended = { state: "stalled", reason: "its process is suspended" };
  await vi.waitFor(async () => expect(await statusOf(store)).toMatchObject(suspended), wait);
  await sleep(quickLease.silentMs + 1_000);
  expect(await statusOf(store)).toMatchObject(suspended);
  program.child.kill("SIGCONT");
  const running = { state: "running" };
  await vi.waitFor(async () => expect(await statusOf(store)).toMatchObject(running), wait);
  await kill(program);
  expect(await statusOf(store)).toMatchObject({ state: "killed" });
}

async function block({ program, store }: Trained): Promise<void> {
  const seen = new Set<number>();
  const end = Date.now() + quickLease.silentMs + 3_000;
  while (Date.now() < end) {
    await sleep(200);
    const status = await statusOf(store);
    expect(status).toMatchObject({ state: "running" });
    seen.add(Number(status?.lastSeenAt));
  }
  // Its heartbeats do not depend on its event loop.
  expect(seen.size).toBeGreaterThan(3);
  await kill(program);
}

/** A copy as another machine has it, on which this one cannot be asked. @returns where it is */
function copyElsewhere(location: string, isRemembered: boolean): string {
  const copy = path.join(tempFolder(), "copy");
  cpSync(path.dirname(location), copy, { recursive: true });
  const there = path.join(copy, "runs.db");
  const db = new Database(there);
  db.prepare(
    "UPDATE runs SET host = 'first-machine', boot_id = 'first', gone_boot = iif(?, 'first', gone_boot)",
  ).run(Number(isRemembered));
  db.close();
  return there;
}

/** Waits until it is remembered that a process is gone. @returns by what it was found */
async function remembered(location: string): Promise<unknown> {
  const db = new Database(location, { readonly: true });
  onTestFinished(() => {
    db.close();
  });
  const gone = db.prepare("SELECT gone FROM runs WHERE settled = 'killed'").pluck();
  await vi.waitFor(() => expect(gone.get()).toBeDefined(), wait);
  return gone.get();
}

/** Waits for a heartbeat. */
async function beaten(location: string): Promise<void> {
  const db = new Database(location, { readonly: true });
  onTestFinished(() => {
    db.close();
  });
  const beat = db.prepare("SELECT seen_up_ms FROM runs").pluck();
  await vi.waitFor(() => expect(beat.get()).toEqual(expect.any(Number)), wait);
}

describe.skipIf(process.platform !== "linux")("the status of a run", () => {
  it.each(["is tracked", "is not tracked"])(
    "that %s is running while its process lives, and killed after kill -9",
    async (ending) => {
      const { program, store } = await training(ending);
      expect(await statusOf(store)).toMatchObject({ state: "running" });
      await kill(program);
      expect(await statusOf(store)).toMatchObject({
        state: "killed",
        reason: "its process is gone",
      });
    },
  );

  // Both at once, because both take long.
  it("is stalled in a suspended process, for longer than the lease, too, but not in a synchronous batch that takes longer", async () => {
    await Promise.all([suspend(await training("is tracked")), block(await training("is busy"))]);
  }, 120_000);

  it("is killed where another process has its number now", async () => {
    const { location, program, store } = await training("is tracked");
    await kill(program);
    await store.listRuns();
    const db = new Database(location);
    db.prepare("UPDATE runs SET pid = ?").run(process.pid);
    db.close();
    expect(await statusOf(store)).toMatchObject({
      state: "killed",
      reason: "its process is gone",
    });
  });

  it("is killed where its machine was started anew, as soon as a heartbeat stood still for the lease", async () => {
    const { location, program, store } = await training("is tracked");
    await beaten(location);
    await kill(program);
    await store.listRuns();
    const db = new Database(location);
    db.prepare("UPDATE runs SET boot_id = 'before', seen_ms = seen_ms - ?").run(9 * HOUR);
    db.close();
    expect(await statusOf(store)).toMatchObject({
      state: "stalled",
      reason: expect.stringMatching(/^not heard of for 9 h; its machine was started anew, or/),
    });
    const killed = { state: "killed", reason: "its machine was started anew" };
    await vi.waitFor(async () => expect(await statusOf(store)).toMatchObject(killed), wait);
    // What was found out is there for who looks for a moment only.
    expect(await statusFor(location, 0)).toMatchObject(killed);
  });

  it.each([9 * HOUR, -9 * HOUR])(
    "does not change when the clock is set by %i ms",
    async (shift) => {
      const { location, program } = await training("is tracked");
      await beaten(location);
      expect(await statusFor(location, shift)).toMatchObject({ state: "running" });
      await kill(program);
      expect(await statusFor(location, shift)).toMatchObject({ state: "killed" });
    },
  );

  it("survives a machine that slept: its wall clock went on for a night, its processes did not", async () => {
    const { location, program, store } = await training("is tracked");
    await beaten(location);
    // What the heartbeat said before the night.
    const db = new Database(location);
    db.prepare("UPDATE runs SET seen_ms = seen_ms - ?").run(9 * HOUR);
    db.close();
    expect(await statusOf(store)).toMatchObject({ state: "running" });
    await kill(program);
  });

  it("is unknown on another machine that the files were copied to, and says so", async () => {
    const { location, program } = await training("is tracked");
    await beaten(location);
    await kill(program);
    const there = copyElsewhere(location, false);
    const later = await statusFor(there, 3 * HOUR);
    expect(later.state).toBe("stalled");
    expect(later.reason).toMatch(/^not heard of for [23] h; it ran on .+, which cannot be asked/);
    const behind = await statusFor(there, -3 * HOUR);
    expect(behind.state).toBe("stalled");
    expect(behind.reason).toMatch(/^its clock is [23] h ahead of this one/);
  });

  it("is remembered where its process was found gone on its own machine, so that another machine knows it, too", async () => {
    const { location, program, store } = await training("is tracked");
    await kill(program);
    expect(await remembered(location)).toBe("gone");
    const killed = { state: "killed", reason: "its process is gone" };
    expect(await statusOf(store)).toMatchObject(killed);
    const there = copyElsewhere(location, true);
    expect(await statusFor(there, 3 * HOUR)).toMatchObject(killed);
  });

  it("is that of another process once it was resumed, whatever is remembered of the first", async () => {
    const { location, program, store } = await training("is tracked");
    await kill(program);
    expect(await remembered(location)).toBe("gone");
    const id = (await store.listRuns()).runs[0]?.id ?? "";
    const resumed = await store.resumeRun(id);
    expect((await store.listRuns({ where: "status:running" })).total).toBe(1);
    expect((await store.listRuns({ where: "status:killed" })).total).toBe(0);
    await resumed.finish();
    expect(await statusOf(store)).toMatchObject({ state: "finished" });
  });

  it("is forgotten to be killed when its process is heard of after all", async () => {
    const { location, program, store } = await training("is tracked");
    await beaten(location);
    const db = new Database(location);
    db.prepare("UPDATE runs SET gone = 'restarted', gone_boot = boot_id").run();
    expect(await statusOf(store)).toMatchObject({ state: "killed" });
    await vi.waitFor(
      async () => expect(await statusOf(store)).toMatchObject({ state: "running" }),
      wait,
    );
    expect(db.prepare("SELECT gone, gone_ms, gone_boot FROM runs").get()).toEqual({
      gone: null,
      gone_ms: null,
      gone_boot: null,
    });
    db.close();
    await kill(program);
  });
});
