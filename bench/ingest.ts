// How fast the lines of journals get into the database, beside bare inserts; how long readers wait meanwhile; memory.
// node bench/ingest.ts [lines] [megabytes]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { foldingSpeed } from "./ingest/folding-speed.ts";

const lines = Number(process.argv[2] ?? 100_000);
const folder = mkdtempSync(path.join(tmpdir(), "epochal-bench-"));

const { ours, bare, oursCpu, bareCpu } = foldingSpeed(folder, lines);
const thousands = (speed: number) => `${(speed / 1_000).toFixed(0).padStart(5)} k`;
console.log(`scalars a second, ${lines} lines of 10 in one run, in turns:`);
console.log(`  folded          ${thousands(ours)}  by processor time ${thousands(oursCpu)}`);
console.log(`  bare inserts    ${thousands(bare)}  by processor time ${thousands(bareCpu)}`);
console.log(
  `  ratio            ${(ours / bare).toFixed(2)}                        ${(oursCpu / bareCpu).toFixed(2)}`,
);
rmSync(folder, { recursive: true });
