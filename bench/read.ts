// Reading one series for a chart, by length: it must not grow with the history.
// node bench/read.ts [longest]
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore } from "@epochal/store";
import { recordPoints } from "./read/record-points.ts";
import { timeRead } from "./read/time-read.ts";
import { report } from "./report.ts";

const longest = Number(process.argv[2] ?? 1_000_000);
const lengths = [1000, 10_000, 100_000, 1_000_000, 10_000_000].filter((n) => n <= longest);
const folder = mkdtempSync(path.join(tmpdir(), "epochal-bench-"));
const location = path.join(folder, "runs.db");
const store = await openStore(location);
const rows: [string, number][] = [];

for (const steps of lengths) {
  const run = await recordPoints({ store, name: String(steps), steps, keys: ["loss"] });
  const read = () => store.readSeries({ run, key: "loss" });
  const drawn = (await read()).step.length;
  rows.push([`${steps} points, ${drawn} drawn`, await timeRead(read)]);
}
await store.close();
report("ms", rows);
console.log(`${(statSync(location).size / 1e6).toFixed(0)} MB in all`);
rmSync(folder, { recursive: true });
