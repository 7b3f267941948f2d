// A store of very many runs: a page of them, counting, finding one, and many charts at once, each beside what it costs SQLite
// alone in the same round. Three of ten runs were killed. Beside the time on the clock stands what this thread computed, which a
// busy machine does not change much.
// node bench/store.ts [--runs 10000,100000] [--rounds 15] [--points-of-every 10] [--keep FOLDER]
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { openStore } from "@epochal/store";
import Database from "better-sqlite3";
import { percentile } from "./report.ts";
import { coldPages } from "./store/cold-pages.ts";
import { figuresOf } from "./store/figures.ts";
import { measureFigure } from "./store/measure-figure.ts";
import { seedStore } from "./store/seed-store.ts";
import { settle } from "./store/settle.ts";

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
    console.log(`settled after ${(await settle(store, location)).toFixed(0)} ms`);
    const db = new Database(location, { readonly: true });
    for (const figure of figuresOf(store, db)) {
      const { bare, ours, computed } = await measureFigure(figure, rounds);
      print(figure.name, bare, ours, computed);
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
