import { cpSync } from "node:fs";
import path from "node:path";
import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { openStore, type StorageReport } from "../src/index.ts";
import { tempFolder } from "./temp-folder.ts";

const seed = newSeed();
const page = 4_096;

/** Runs of very different kinds: long and short ones, many keys, params or events, and some that were resumed further back. */
async function makeStore(random: () => number): Promise<string> {
  const upTo = (n: number) => Math.floor(random() * n);
  const location = path.join(tempFolder(), "runs.db");
  const store = await openStore(location);
  for (let i = 0; i < 3 + upTo(5); i++) {
    const params = upTo(3) === 0 ? upTo(200) : upTo(12);
    const run = await store.startRun({
      project: "birds",
      name: `run ${i}`,
      record: false,
      config: Object.fromEntries(Array.from({ length: params }, (_, p) => [`param${p}`, random()])),
      notes: "n".repeat(upTo(4) === 0 ? upTo(5_000) : 0),
    });
    const keys = ["loss", "val_loss", "batch_loss", "auc", "f1"].slice(0, 1 + upTo(5));
    const steps = [20, 300, 4_000, 30_000][upTo(4)] ?? 0;
    const whole = upTo(3) === 0;
    const log = (on: Pick<typeof run, "log">, from: number, to: number) => {
      for (let step = from; step < to; step++) {
        const values = keys.map((key) => [key, whole ? step % 50 : random()]);
        on.log(Object.fromEntries(values), { step, ...(random() < 0.9 && { epoch: step / 100 }) });
      }
    };
    log(run, 0, steps);
    const histograms = upTo(3) === 0 ? upTo(150) : 0;
    for (let step = 0; step < histograms; step++) {
      run.event({ type: "warning", message: `${step} ${"y".repeat(upTo(3_000))}` });
    }
    await run.finish();
    if (upTo(3) > 0) continue;
    const resumed = await store.resumeRun(run.id);
    log(resumed, Math.floor(steps / 2), steps + 100);
    await resumed.finish();
  }
  await store.close();
  return location;
}

function bytesUsed(location: string): number {
  const db = new Database(location, { readonly: true });
  const [pages, free] = ["page_count", "freelist_count"].map((of) =>
    Number(db.pragma(of, { simple: true })),
  );
  db.close();
  return ((pages ?? 0) - (free ?? 0)) * page;
}

/** How many bytes a database takes without some of its rows, when it is written anew. */
function bytesWithout(location: string, deletion: string): number {
  const copy = path.join(tempFolder(), "copy.db");
  cpSync(location, copy);
  const db = new Database(copy);
  db.exec(`${deletion}; VACUUM`);
  const pages = Number(db.pragma("page_count", { simple: true }));
  db.close();
  return pages * page;
}

it.each(Array.from({ length: whole(20) }, (_, i) => seed + i))(
  "what a run or a key is said to take is about what the file has less without it (seed %i)",
  async (one) => {
    const location = await makeStore(seededRandom(one));
    const store = await openStore(location);
    const { runs, keys }: StorageReport = await store.storage();
    await store.close();
    const all = bytesWithout(location, "SELECT 1");
    // Pages of a file that grew are less full than those of one written anew.
    const scale = bytesUsed(location) / all;
    const check = (name: string, said: number, deletion: string) => {
      const truth = (all - bytesWithout(location, deletion)) * scale;
      // A third of it, and some pages, which nobody can have a part of.
      expect(Math.abs(said - truth), `${name}: ${said}, and is ${truth}`).toBeLessThan(
        0.33 * truth + 6 * page,
      );
    };
    for (const { id, name, bytes } of runs) {
      check(name, bytes, `DELETE FROM runs WHERE id = '${id}'`);
    }
    for (const { key, bytes } of keys) check(key, bytes, `DELETE FROM series WHERE key = '${key}'`);
    const sum = runs.reduce((total, run) => total + run.bytes, 0);
    expect(sum).toBeLessThan(all * scale);
  },
);
