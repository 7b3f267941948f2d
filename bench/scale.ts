// Writes the tables of docs/scale.md: time and bytes by how many points a run has, and by how many runs a store has.
// node bench/scale.ts [--points 100000000] [--runs 100000] [--page docs/scale.md]
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { measurePoints } from "./scale/measure-points.ts";
import { measureRuns } from "./scale/measure-runs.ts";
import { replaceMeasured, type ScaleColumn, scaleTable } from "./scale/scale-table.ts";

const { values: given } = parseArgs({
  options: {
    /** The most points of a run, and the most runs of a store, that are measured. */
    points: { type: "string", default: "100000000" },
    runs: { type: "string", default: "100000" },
    /** The page between whose marks the tables are written. */
    page: {
      type: "string",
      default: fileURLToPath(new URL("../docs/scale.md", import.meta.url)),
    },
  },
});
const page = readFileSync(given.page, "utf8");
// So that a page without marks is refused before all the work.
replaceMeasured(page, "");
const folder = mkdtempSync(path.join(tmpdir(), "epochal-bench-"));
const begin = performance.now();
const say = (words: string) =>
  console.log(`${((performance.now() - begin) / 1_000).toFixed(0).padStart(5)} s  ${words}`);

async function each(
  sizes: readonly number[],
  most: string,
  measure: typeof measureRuns,
): Promise<readonly ScaleColumn[]> {
  const columns: ScaleColumn[] = [];
  for (const size of sizes.filter((size) => size <= Number(most))) {
    columns.push(await measure(folder, size, say));
    // The largest are gigabytes.
    for (const name of readdirSync(folder)) {
      rmSync(path.join(folder, name), { recursive: true });
    }
  }
  return columns;
}

try {
  const points = await each([1e4, 1e5, 1e6, 1e7, 1e8], given.points, measurePoints);
  const runs = await each([10, 100, 1_000, 10_000, 100_000], given.runs, measureRuns);
  const machine = `${availableParallelism()} cores, Node ${process.versions.node}, ${process.platform} ${process.arch}`;
  const measured = [
    `Measured on ${machine}.`,
    scaleTable("A run of ten series", points),
    scaleTable("A store", runs),
  ].join("\n\n");
  writeFileSync(given.page, replaceMeasured(page, measured));
  say(`${given.page} is written`);
} finally {
  rmSync(folder, { recursive: true });
}
