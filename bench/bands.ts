// Bands of 200 runs, 100 epochs each, beside a plain read of the same rows, and by how they are grouped and placed.
// node bench/bands.ts [runs] [epochs]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { type BandsQuery, openStore } from "@epochal/store";
import Database from "better-sqlite3";
import { percentile, report } from "./report.ts";

const runs = Number(process.argv[2] ?? 200);
const epochs = Number(process.argv[3] ?? 100);
const folder = mkdtempSync(path.join(tmpdir(), "epochal-bench-"));
const location = path.join(folder, "runs.db");
const store = await openStore(location);

for (let r = 0; r < runs; r++) {
  const config = { units: [8, 16, 32, 64][r % 4], seed: r, optimizer: { name: "adam", lr: 0.001 } };
  const run = await store.startRun({ project: "bench", config, record: false });
  for (let epoch = 0; epoch < epochs; epoch++) {
    const loss =
      Math.exp(-epoch / 30) + ((Math.sin(r * 78.233 + epoch * 12.9898) * 43758.5453) % 0.1);
    run.log({ loss, val_loss: loss + 0.1, auc: 1 - loss }, { epoch });
  }
  await run.finish();
}

const db = new Database(location, { readonly: true });
const plain = db
  .prepare(
    `SELECT series_id, step, epoch, wall_ms, value, segment FROM points
      WHERE series_id IN (SELECT id FROM series WHERE key = 'val_loss') ORDER BY series_id, step`,
  )
  .raw();

const asked: Readonly<Record<string, Partial<BandsQuery>>> = {
  "all runs, mean and sd": {},
  "by config, mean and sd": { by: "config" },
  "by a param, 95 % interval": { by: "units", spread: "interval" },
  "by config, median and quartiles": { by: "config", center: "median" },
  "by config, by step": { by: "config", x: "step" },
  "by config, by time": { by: "config", x: "time", points: 100 },
  "of a query": { by: "config", where: "units > 8" },
};
const reads: readonly (readonly [string, () => unknown])[] = [
  ["a plain read of the rows", () => plain.all()],
  ...Object.entries(asked).map(
    ([name, query]) =>
      [name, () => store.bands({ project: "bench", key: "val_loss", ...query })] as const,
  ),
];
// In turns, so that whatever else the machine does falls on all of them.
const rounds = 31;
const times = reads.map(() => new Float64Array(rounds));
for (let round = 0; round < rounds; round++) {
  for (const [i, [, read]] of reads.entries()) {
    const begin = performance.now();
    await read();
    const column = times[i];
    if (column !== undefined) column[round] = performance.now() - begin;
  }
}
console.log(`${runs} runs of ${epochs} epochs`);
report(
  "ms",
  reads.map(([name], i) => [name, percentile(times[i] ?? new Float64Array(), 0.5)]),
);
db.close();
await store.close();
rmSync(folder, { recursive: true });
