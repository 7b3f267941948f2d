import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { type ListedRuns, openStore, type Store } from "../src/index.ts";
import { StoreError } from "../src/store-error.ts";
import { runProgram } from "./run-program.ts";
import { tempFolder } from "./temp-folder.ts";

const seed = newSeed();
const random = seededRandom(seed);
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Kills a process that has logged much more than could be folded. @returns how many steps it was told are safe */
async function leaveMuch(location: string, ms: number, bytes: number): Promise<number> {
  await (await openStore(location)).close();
  const lock = new Database(location, { timeout: 10_000 });
  const acknowledged = path.join(tempFolder(), "acknowledged");
  const { child, ended } = runProgram("acknowledge.ts", [location, acknowledged, "full"]);
  while (!existsSync(acknowledged) || statSync(acknowledged).size < 8) await sleep(10);
  lock.exec("BEGIN EXCLUSIVE");
  await sleep(ms);
  const journal = path.join(path.dirname(location), "journal");
  const left = () => readdirSync(journal).map((name) => statSync(path.join(journal, name)).size);
  while (left().reduce((sum, size) => sum + size, 0) < bytes) await sleep(10);
  child.kill("SIGKILL");
  await ended;
  lock.exec("ROLLBACK");
  lock.close();
  return readFileSync(acknowledged).readDoubleLE();
}

/** What a reader gets, who does not give up where the machine is busy. */
async function look(store: Store): Promise<ListedRuns> {
  for (;;) {
    try {
      return await store.listRuns();
    } catch (error) {
      if (!(error instanceof StoreError && error.code === "store_busy")) throw error;
    }
  }
}

async function lookUntilWhole(ms: number, bytes: number): Promise<number> {
  const location = path.join(tempFolder(), "runs.db");
  const steps = await leaveMuch(location, ms, bytes);
  const store = await openStore(location);
  let partial = 0;
  let left = Number.POSITIVE_INFINITY;
  for (;;) {
    const { runs, unfolded } = await look(store);
    const count = runs[0]?.series[0]?.count ?? 0;
    if (unfolded === undefined) {
      expect(count).toBeGreaterThanOrEqual(steps);
      expect(count).toBeLessThanOrEqual(steps + 1);
      break;
    }
    partial++;
    expect(unfolded.bytes).toBeGreaterThan(0);
    expect(unfolded.bytes).toBeLessThanOrEqual(Math.min(left, unfolded.total));
    left = unfolded.bytes;
    const [run] = runs;
    if (run !== undefined && (await store.getRun(run.id)).unfolded === undefined) {
      expect((await store.listChanges()).unfolded).toBeUndefined();
    }
  }
  await store.close();
  return partial;
}

it.skipIf(process.platform === "win32")(
  `is whole, or says what is still being folded, whatever killed processes have left (seed ${seed})`,
  async () => {
    for (let i = 0; i < whole(30); i++) await lookUntilWhole(100 + random() * whole(4_000), 0);
    // So much is left that nobody folds it while a reader waits: how much that is, depends on the machine.
    let partial = 0;
    for (let bytes = 2e7; partial === 0; bytes *= 2) {
      expect(bytes, "bytes left by the last process").toBeLessThan(1e9);
      partial = await lookUntilWhole(0, bytes);
    }
  },
  600_000,
);

it("says nothing of a line that a process was killed in the middle of, nor of living processes", async () => {
  const location = path.join(tempFolder(), "runs.db");
  const program = runProgram("train.ts", [location, "is tracked"]);
  await program.printed("ready");
  const store = await openStore(location);
  expect(await look(store)).not.toHaveProperty("unfolded");
  expect(await store.listChanges()).not.toHaveProperty("unfolded");
  program.child.kill("SIGKILL");
  await program.ended;
  await store.close();
});
