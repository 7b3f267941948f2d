import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { openStore } from "../src/index.ts";
import { openQuickly, quickLease } from "./open-quickly.ts";
import { openToAll } from "./open-to-all.ts";
import { runProgram } from "./run-program.ts";
import { tempFolder } from "./temp-folder.ts";

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function lock(location: string): Database.Database {
  const other = new Database(location, { timeout: 10_000 });
  other.exec("BEGIN EXCLUSIVE");
  return other;
}

describe("a database that is locked", () => {
  it("only makes the journal longer, nothing is lost, and readers are told", async () => {
    const location = path.join(tempFolder(), "runs.db");
    await (await openStore(location)).close();
    const other = lock(location);
    const errors: Error[] = [];
    const store = await openQuickly(location, (error) => errors.push(error));
    onTestFinished(() => store.close());
    const run = await store.startRun({ project: "birds" });
    const reading = expect(store.listRuns()).rejects.toMatchObject({ code: "store_busy" });
    // Several times as long as any of the store's connections waits for a lock.
    const until = Date.now() + 2 * quickLease.lockedMs;
    let step = 0;
    // This very thread holds the lock: whatever waited for it here would wait for ever.
    while (Date.now() < until || errors.length === 0) {
      run.log({ loss: step }, { step: step++ });
      if (step % 10 === 0) await sleep(1);
    }
    await reading;
    expect(other.prepare("SELECT count(*) FROM points").pluck().get()).toBe(0);
    other.exec("ROLLBACK");
    other.close();
    expect((await store.readSeries({ run: run.id, key: "loss" })).total).toBe(step);
    // A lock that lasts is told once, and is no reason to stop.
    expect(errors.map((error) => error.message)).toEqual([
      expect.stringContaining("Training goes on"),
    ]);
  }, 240_000);

  it("does not keep a process from ending, and the next one finds everything", async () => {
    const location = path.join(tempFolder(), "runs.db");
    await (await openStore(location)).close();
    const other = lock(location);
    const program = runProgram("train.ts", [location, "says nothing"]);
    expect((await program.ended).code).toBe(0);
    other.exec("ROLLBACK");
    other.close();
    const store = await openStore(location);
    const [run] = (await store.listRuns()).runs;
    expect(run?.status).toMatchObject({ state: "finished" });
    expect(run?.series[0]?.count).toBe(100);
    await store.close();
  });
});

describe("a disk that is full", () => {
  const canMount =
    process.platform === "linux" &&
    process.getuid?.() === 0 &&
    spawnSync("/usr/bin/unshare", ["--mount", "true"]).status === 0;

  /** A file system of 16 MiB, which only the calling process can fill. */
  function smallDisk(): string {
    const folder = path.join(tempFolder(), "disk");
    mkdirSync(folder);
    const mounted = spawnSync("/bin/mount", ["-t", "tmpfs", "-o", "size=16m", "tmpfs", folder]);
    expect(mounted.status).toBe(0);
    onTestFinished(() => {
      spawnSync("/bin/umount", ["-l", folder]);
    });
    return folder;
  }

  it.skipIf(!canMount)(
    "is told once, training goes on, and all arrives when there is room",
    async () => {
      const folder = smallDisk();
      const ballast = path.join(folder, "ballast");
      const location = path.join(folder, "runs.db");
      const errors: Error[] = [];
      const store = await openStore(location, { onError: (error) => errors.push(error) });
      const run = await store.startRun({ project: "birds" });
      run.log({ loss: 0 }, { step: 0 });
      await store.listRuns();
      try {
        writeFileSync(ballast, Buffer.alloc(1 << 25));
      } catch {
        // That is the point.
      }
      for (let step = 1; step < 2_000; step++) run.log({ loss: step }, { step });
      await sleep(300);
      expect(errors.some(({ message }) => message.includes("cannot be written"))).toBe(true);
      const told = errors.length;
      for (let step = 2_000; step < 3_000; step++) run.log({ loss: step }, { step });
      expect(errors.length - told).toBeLessThanOrEqual(1);
      rmSync(ballast);
      await sleep(300);
      run.log({ loss: 3_000 }, { step: 3_000 });
      const points = await store.readSeries({ run: run.id, key: "loss" });
      expect(points.total).toBe(3_001);
      await store.close();
    },
  );
});

describe("a database that cannot be written", () => {
  // Root may write everywhere: then the program runs as nobody.
  const isRoot = process.getuid?.() === 0;

  it.skipIf(process.platform === "win32")("keeps everything in the journal", async () => {
    const folder = tempFolder();
    const location = path.join(folder, "runs.db");
    const store = await openStore(location);
    await store.close();
    chmodSync(location, 0o444);
    chmodSync(folder, 0o777);
    chmodSync(path.join(folder, "journal"), 0o777);
    const program = runProgram(
      "train.ts",
      [location, "says nothing"],
      isRoot ? { from: openToAll(), cwd: folder, env: {}, uid: 65534, gid: 65534 } : {},
    );
    const end = await program.ended;
    expect(end.stderr).not.toContain("Error:");
    expect(end.code).toBe(0);
    expect(readdirSync(path.join(folder, "journal"))).toHaveLength(1);
    chmodSync(location, 0o600);
    const again = await openStore(location);
    expect((await again.listRuns()).runs[0]?.series[0]?.count).toBe(100);
    await again.close();
  });
});

describe("files that somebody removes while they are in use", () => {
  it("are made again, and the journal's lines are not lost", async () => {
    const folder = path.join(tempFolder(), ".epochal");
    const location = path.join(folder, "runs.db");
    const store = await openStore(location, { onError: () => {} });
    const run = await store.startRun({ project: "birds" });
    run.log({ loss: 0 }, { step: 0 });
    await store.listRuns();
    rmSync(folder, { recursive: true });
    run.log({ loss: 1 }, { step: 1 });
    await run.finish();
    const details = await store.getRun(run.id);
    expect(details.series[0]?.count).toBe(2);
    expect(details.status.state).toBe("finished");
    await store.close();
    expect(statSync(location).mode & 0o777).toBe(0o600);
  });
});
