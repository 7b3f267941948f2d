// What the same runs cost in an SQLite file and on a PostgreSQL server: the figures of packages/store/docs/scaling.md.
// node bench/scaling.ts [runs] [steps]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore, type Store } from "@epochal/store";
import { databases } from "./ingest/databases.ts";
import { timeRead } from "./read/time-read.ts";

const [runs, steps] = [Number(process.argv[2] ?? 8), Number(process.argv[3] ?? 10_000)];
const keys = Array.from({ length: 10 }, (_, i) => `batch_metric_${i}`);
const folder = mkdtempSync(path.join(tmpdir(), "epochal-bench-"));
process.chdir(folder);

/** Records the runs, one after the other, as fast as they are taken in. @returns their ids */
async function record(store: Store): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < runs; n++) {
    const run = await store.startRun({ project: "scaling", name: `run ${n}`, record: false });
    for (let step = 0; step < steps; step++) {
      run.log(
        Object.fromEntries(keys.map((key, i) => [key, Math.sin(step / 50 + i) + Math.random()])),
        { step },
      );
      if (step % 5_000 === 4_999) await run.flush();
    }
    await run.finish();
    ids.push(run.id);
  }
  return ids;
}

/** The bytes that a partitioned table takes for each point. */
async function bytesOf(store: Store, table: string, points: number): Promise<number> {
  const sum = `SELECT sum(pg_total_relation_size(inhrelid)) FROM pg_inherits WHERE inhparent = '${table}'::regclass`;
  const { rows } = await store.readSql(sum);
  return Number(rows[0]?.[0]) / points;
}

for (const kind of ["sqlite", "postgres"]) {
  const store = await openStore(await databases[kind]?.(folder)(`scaling_${process.pid}`));
  const points = runs * steps * keys.length;
  const since = performance.now();
  const ids = await record(store);
  const seconds = (performance.now() - since) / 1_000;
  const figures: [what: string, figure: number][] = [["scalars a second", points / seconds]];
  if (kind === "postgres") {
    figures.push(["bytes of a point with its key", await bytesOf(store, "points", points)]);
    figures.push(["bytes of its share of the rollups", await bytesOf(store, "rollup", points)]);
  }
  const [run = "", key = ""] = [ids[0], keys[0]];
  const all = ids.flatMap((id) => keys.map((name) => ({ run: id, key: name })));
  let turn = 0;
  // Another stretch each time, so that nothing that was kept answers.
  const page = () => store.readManySeries({ series: all, from: turn++, to: steps - 100 });
  figures.push(["the smallest question, ms", await timeRead(() => store.access.listTokens())]);
  figures.push(["a chart of one series, ms", await timeRead(() => store.readSeries({ run, key }))]);
  figures.push([`charts of ${all.length} series, ms`, await timeRead(page)]);
  figures.push(["a page of runs, ms", await timeRead(() => store.listRuns({ limit: 50 }))]);
  console.log(`${kind}, ${runs} runs of ${keys.length} series of ${steps} points`);
  for (const [what, figure] of figures) {
    console.log(
      `  ${what.padEnd(36)} ${figure.toLocaleString("en", { maximumSignificantDigits: 3 })}`,
    );
  }
  await store.close();
}
rmSync(folder, { recursive: true });
