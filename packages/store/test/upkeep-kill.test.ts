import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { openStore } from "../src/index.ts";
import { expectRollups } from "./expect-rollups.ts";
import { patiently } from "./patiently.ts";
import { runProgram } from "./run-program.ts";
import { expectSound, storedByOlder } from "./schemas/stored-by-older.ts";
import { tempFolder } from "./temp-folder.ts";

/** Four at once. */
const rounds = 4 * whole(20);
const seed = newSeed();
const random = seededRandom(seed);
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A store of an older version is brought up to date, thinned out, emptied and written anew by one process, while another one records;
 * both are killed somewhere in between.
 */
async function killOnce(): Promise<void> {
  const location = storedByOlder(4, tempFolder());
  const acknowledged = path.join(path.dirname(location), "acknowledged");
  const logging = runProgram("acknowledge.ts", [location, acknowledged, "paced"]);
  const keeping = runProgram("upkeep.ts", [location]);
  await keeping.printed("begins");
  const until = Date.now() + random() * 3_000;
  while (Date.now() < until && keeping.child.exitCode === null) await sleep(10);
  keeping.child.kill("SIGKILL");
  const { stdout, stderr } = await keeping.ended;
  expect(stderr).toBe("");
  const isDone = (what: string) => stdout.includes(what);
  await sleep(random() * 100);
  logging.child.kill("SIGKILL");
  await logging.ended;

  const store = await openStore(location, { onError: () => {} });
  // What the killed process has left may take a moment to fold.
  let kept = await patiently(() => store.listRuns({ order: "name" }));
  while (kept.unfolded !== undefined) {
    await sleep(50);
    kept = await patiently(() => store.listRuns({ order: "name" }));
  }
  const trash = await store.listRuns({ deleted: true });
  const idOf = (name: string) => kept.runs.find((run) => run.name === name)?.id;
  const names = (runs: typeof kept.runs) => runs.map(({ name }) => name);
  // Nothing acknowledged is lost.
  const steps = existsSync(acknowledged) && statSync(acknowledged).size > 0;
  const count = steps ? readFileSync(acknowledged).readDoubleLE() : 0;
  const recorded = kept.runs.find(
    ({ project, name }) => project === "birds" && name !== "long" && name !== "failed",
  );
  if (count > 0) {
    for (const key of ["loss", "auc", "bad"]) {
      const series = recorded?.series.find((it) => it.key === key);
      expect(series?.count).toBeGreaterThanOrEqual(count);
      expect(series?.count).toBeLessThanOrEqual(count + 1);
    }
  }
  const other = idOf("other");
  if (isDone("tagged") && other !== undefined) {
    expect((await store.getRun(other)).tags).toEqual(["renamed"]);
  }
  if (isDone("deleted") && !isDone("purged")) expect(names(kept.runs)).not.toContain("failed");
  if (isDone("purged")) expect(names([...kept.runs, ...trash.runs])).not.toContain("failed");
  if (isDone("restored") || !isDone("pruned")) expect(names(kept.runs)).toContain("other");
  const whole = [...kept.runs, ...trash.runs].find(({ name }) => name === "other");
  expect(whole?.series.find(({ key }) => key === "batch_loss")?.count).toBe(2);
  const long = kept.runs.find(({ name }) => name === "long");
  const batches = long?.series.find(({ key }) => key === "batch_loss");
  if (isDone("pruned")) expect(batches?.count ?? 0).toBeLessThan(3_000);
  if (batches !== undefined) {
    expect(batches).toMatchObject({
      min: 0,
      max: 63 / 64,
      first: { step: 0 },
      last: { step: 8_199 },
    });
  }
  // A half purged run stays in the trash, out of reach, and the next purge goes on.
  await store.purge({ olderThan: new Date(Date.now() + 60_000) });
  expect((await store.listRuns({ deleted: true })).total).toBe(0);
  await store.close();
  expectSound(location);
  const db = new Database(location, { readonly: true });
  expectRollups(db);
  expect(db.prepare("SELECT count(*) FROM runs WHERE deleted_ms IS NOT NULL").pluck().get()).toBe(
    0,
  );
  expect(db.pragma("freelist_count", { simple: true })).toBe(0);
  db.close();
}

it.skipIf(process.platform === "win32")(
  `loses nothing when a store is kept small and its process is killed at any moment, ${rounds} times (seed ${seed})`,
  async () => {
    for (let round = 0; round < rounds; round += 4) {
      await Promise.all([0, 1, 2, 3].map(killOnce));
    }
  },
  1_800_000,
);
