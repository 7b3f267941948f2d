// A store of very many runs: a page of them, counting, finding one, and many charts at once, each beside what it costs SQLite
// alone in the same round. Three of ten runs were killed. Beside the time on the clock stands what this thread computed, which a
// busy machine does not change much.
// node bench/store.ts [--runs 10000,100000] [--rounds 15] [--points-of-every 10] [--keep FOLDER]
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { openStore, type Store } from "@epochal/store";
import Database from "better-sqlite3";
import { percentile } from "./report.ts";
import { figuresOf } from "./store/figures.ts";
import { seedStore } from "./store/seed-store.ts";

const { values: given } = parseArgs({
  options: {
    runs: { type: "string", default: "10000" },
    rounds: { type: "string", default: "15" },
    "points-of-every": { type: "string", default: "10" },
    /** Where seeded stores are kept, and taken from where they are there. */
    keep: { type: "string" },
  },
});
const rounds = Number(given.rounds);
const folder = mkdtempSync(path.join(tmpdir(), "epochal-bench-"));

async function seeded(runs: number): Promise<string> {
  const location = path.join(folder, String(runs), "runs.db");
  mkdirSync(path.dirname(location));
  const kept = given.keep && path.join(given.keep, `${runs}.db`);
  if (!kept || !existsSync(kept)) {
    const begin = performance.now();
    const pointsOfEvery = Number(given["points-of-every"]);
    const points = await seedStore({ location, runs, pointsOfEvery });
    console.log(`seeded ${points} points in ${((performance.now() - begin) / 1000).toFixed(0)} s`);
    if (kept) cpSync(location, kept);
  } else cpSync(kept, location);
  return location;
}

/** In a new process each, one after the other. */
function coldPages(location: string): { readonly bare: Float64Array; readonly ours: Float64Array } {
  const first = new URL("store/first-page.ts", import.meta.url).pathname;
  const page = (what: string) =>
    Number(execFileSync(process.execPath, [first, location, what], { encoding: "utf8" }));
  const [bare, ours] = [new Float64Array(5), new Float64Array(5)];
  for (let round = 0; round < bare.length; round++) {
    bare[round] = page("bare");
    ours[round] = page("store");
  }
  return { bare, ours };
}

/** Until nothing is left to do for what was recorded before. */
async function settle(store: Store, location: string): Promise<void> {
  const begin = performance.now();
  const db = new Database(location, { readonly: true });
  const columns = db.pragma("table_xinfo(runs)") as { readonly name: string }[];
  const unsettled = columns.some(({ name }) => name === "settled")
    ? db
        .prepare<[], number>(
          "SELECT count(*) FROM runs LEFT JOIN concluded ON run_id = runs.id AND concluded.rev = runs.rev WHERE run_id IS NULL",
        )
        .pluck()
    : undefined;
  await store.listRuns({ limit: 1 });
  for (let left = unsettled?.get() ?? 0; left > 0; left = unsettled?.get() ?? 0) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (performance.now() - begin > 1_200_000) throw new Error(`${left} runs are not settled.`);
  }
  db.close();
  if (unsettled) console.log(`settled after ${(performance.now() - begin).toFixed(0)} ms`);
}

function print(name: string, bare: Float64Array, ours: Float64Array, computed?: number): void {
  const at = (of: Float64Array, p: number) => percentile(of, p).toPrecision(3).padStart(8);
  const ratio = (percentile(ours, 0.5) / percentile(bare, 0.5)).toFixed(1);
  console.log(
    `${name.padEnd(46)} bare ${at(bare, 0.5)} ${at(bare, 0.95)}   ours ${at(ours, 0.5)} ${at(ours, 0.95)}   x ${ratio}${computed === undefined ? "" : `   computed ${computed.toPrecision(3)}`}`,
  );
}

try {
  for (const runs of given.runs.split(",").map(Number)) {
    const location = await seeded(runs);
    console.log(
      `\n${runs} runs, ${(statSync(location).size / 1e6).toFixed(0)} MB; ms, p50 and p95`,
    );
    const store = await openStore(location);
    await settle(store, location);
    const db = new Database(location, { readonly: true });
    for (const { name, bare, ours } of figuresOf(store, db)) {
      const [first, second] = [new Float64Array(rounds), new Float64Array(rounds)];
      let computed = 0;
      // The first round is not counted: files and statements are not there yet.
      for (let round = -1; round < rounds; round++) {
        const begin = performance.now();
        bare();
        const middle = performance.now();
        const { user, system } = process.threadCpuUsage();
        await ours();
        const end = performance.now();
        if (round < 0) continue;
        const after = process.threadCpuUsage();
        computed += (after.user - user + after.system - system) / 1000 / rounds;
        [first[round], second[round]] = [middle - begin, end - middle];
      }
      print(name, first, second, computed);
    }
    db.close();
    await store.close();
    const { bare, ours } = coldPages(location);
    print("first page of a new process", bare, ours);
    console.log(`${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB of memory`);
    rmSync(path.dirname(location), { recursive: true });
  }
} finally {
  rmSync(folder, { recursive: true });
}
