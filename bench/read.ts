// Reading one series for a chart, by length: it must not grow with the history.
// node bench/read.ts [longest]
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { openStore } from "@epochal/store";
import { percentile, report } from "./report.ts";

const longest = Number(process.argv[2] ?? 1_000_000);
const lengths = [1000, 10_000, 100_000, 1_000_000, 10_000_000].filter((n) => n <= longest);
const folder = mkdtempSync(path.join(tmpdir(), "epochal-bench-"));
const location = path.join(folder, "runs.db");
const store = await openStore(location);
const rows: [string, number][] = [];

for (const length of lengths) {
  const run = await store.startRun({ project: "bench", name: String(length) });
  for (let step = 0; step < length; step++) {
    run.log(
      { loss: Math.exp(-step / length) + ((Math.sin(step * 12.9898) * 43758.5453) % 0.1) },
      { step },
    );
    // The folding thread must keep up, or the journal grows without end.
    if (step % 100_000 === 0) await run.flush();
  }
  await run.finish();
  const millis = new Float64Array(51);
  let drawn = 0;
  for (let n = 0; n < millis.length; n++) {
    const begin = performance.now();
    drawn = (await store.readSeries({ run: run.id, key: "loss" })).step.length;
    millis[n] = performance.now() - begin;
  }
  rows.push([`${length} points, ${drawn} drawn`, percentile(millis, 0.5)]);
}
await store.close();
report("ms", rows);
console.log(`${(statSync(location).size / 1e6).toFixed(0)} MB in all`);
rmSync(folder, { recursive: true });
