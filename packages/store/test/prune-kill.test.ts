import { cpSync } from "node:fs";
import path from "node:path";
import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { openStore } from "../src/index.ts";
import { expectRollups } from "./expect-rollups.ts";
import { runProgram } from "./run-program.ts";
import { tempFolder } from "./temp-folder.ts";

/** Four at once. */
const rounds = 4 * whole(10);
const seed = newSeed();
const random = seededRandom(seed);
/** More than go in a few transactions. */
const steps = 90_000;

async function recordLong(): Promise<{ location: string; id: string }> {
  const location = path.join(tempFolder(), "runs.db");
  const store = await openStore(location);
  const run = await store.startRun({ project: "birds", name: "long", record: false });
  for (let step = 0; step < steps; step++) {
    run.log({ batch_loss: Math.floor(random() * 1_000) }, { step, epoch: step / 500 });
  }
  await run.finish();
  await store.close();
  return { location, id: run.id };
}

/** What is left, and what the series and the events of the run say of it. */
function standOf(location: string) {
  const db = new Database(location, { readonly: true });
  expectRollups(db);
  const left = db.prepare("SELECT step FROM points ORDER BY step").pluck().all();
  const pruned = db.prepare("SELECT pruned FROM series").pluck().get();
  const said = db
    .prepare("SELECT event ->> '$.removed' FROM events WHERE type = 'pruned' ORDER BY seq")
    .pluck()
    .all() as number[];
  db.close();
  return { left, pruned, said, sum: said.reduce((sum, each) => sum + each, 0) };
}

it.skipIf(process.platform === "win32")(
  `says of every value that it is removed, whenever whoever thins out is killed, ${rounds} times (seed ${seed})`,
  async () => {
    const { location: sound, id } = await recordLong();
    const copy = () => {
      const location = path.join(tempFolder(), "runs.db");
      cpSync(sound, location);
      return location;
    };
    const all = copy();
    const since = performance.now();
    const reference = await openStore(all);
    await reference.prune({ ids: [id], keepEvery: 16 });
    const takes = performance.now() - since;
    await reference.close();
    const wanted = standOf(all);
    expect(wanted.said).toEqual([steps - wanted.left.length]);

    const halves: number[] = [];
    const killOnce = async () => {
      const location = copy();
      const calls = [[0, "prune", { ids: [id] }]];
      const pruning = runProgram("at-once.ts", [location, "0", JSON.stringify(calls)]);
      await pruning.printed("begins");
      await new Promise((resolve) => setTimeout(resolve, random() * 1.5 * takes));
      pruning.child.kill("SIGKILL");
      await pruning.ended;
      const { left, pruned, sum } = standOf(location);
      expect([pruned, sum]).toEqual([steps - left.length, steps - left.length]);
      if (sum > 0 && left.length > wanted.left.length) halves.push(sum);
      // Whoever goes on comes to the same.
      const store = await openStore(location);
      await store.prune({ ids: [id], keepEvery: 16 });
      await store.close();
      const done = standOf(location);
      expect(done.left).toEqual(wanted.left);
      expect(done.sum).toBe(steps - done.left.length);
    };
    for (let round = 0; round < rounds; round += 4) {
      await Promise.all([0, 1, 2, 3].map(killOnce));
    }
    if (rounds > 20) expect(halves.length).toBeGreaterThan(0);
  },
  600_000,
);
