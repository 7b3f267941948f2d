// What the database pays for a batch that holds a late step, by the length of the series: it must not grow with the distance.
// node bench/late.ts [longest]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { openStore } from "@epochal/store";
import { percentile, report } from "./report.ts";

const longest = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(path.join(tmpdir(), "epochal-bench-"));
const rows: [string, number][] = [];

for (const length of [10_000, 100_000, 1_000_000, 4_000_000].filter((n) => n <= longest)) {
  const store = await openStore(path.join(folder, `${length}.db`));
  const run = await store.startRun({ project: "bench" });
  for (let step = 0; step < length; step++) {
    run.log({ loss: Math.sin(step) }, { step });
    if (step % 100_000 === 0) await run.flush();
  }
  await run.flush();
  let next = length;
  const measure = async (isLate: boolean) => {
    const millis = new Float64Array(15);
    for (let n = 0; n < millis.length; n++) {
      if (isLate) run.log({ loss: n }, { step: n * 7 });
      run.log({ loss: n }, { step: next++ });
      const begin = performance.now();
      await run.flush();
      millis[n] = performance.now() - begin;
    }
    return percentile(millis, 0.5);
  };
  if (rows.length === 0) rows.push([`appended to ${length} points`, await measure(false)]);
  rows.push([`late and appended, ${length} points`, await measure(true)]);
  await run.finish();
  await store.close();
}
report("ms", rows);
console.log(`${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB of memory at most`);
rmSync(folder, { recursive: true });
