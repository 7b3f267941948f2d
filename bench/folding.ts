// How fast the lines of journals get into the database, beside bare inserts; how long readers wait while much is folded; memory.
// node bench/folding.ts [lines] [megabytes]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { foldBacklog } from "./folding/backlog.ts";
import { foldingSpeed } from "./folding/folding-speed.ts";
import { writerMemory } from "./folding/writer-memory.ts";

const lines = Number(process.argv[2] ?? 100_000);
const megabytes = Number(process.argv[3] ?? 200);
const folder = mkdtempSync(path.join(tmpdir(), "epochal-bench-"));

const { ours, bare, oursCpu, bareCpu } = foldingSpeed(folder, lines);
const thousands = (speed: number) => `${(speed / 1_000).toFixed(0).padStart(5)} k`;
console.log(`scalars a second, ${lines} lines of 10 of one run, in turns:`);
console.log(`  folded        ${thousands(ours)}   by processor time ${thousands(oursCpu)}`);
console.log(`  bare inserts  ${thousands(bare)}   by processor time ${thousands(bareCpu)}`);
console.log(
  `  ratio          ${(ours / bare).toFixed(2)}                      ${(oursCpu / bareCpu).toFixed(2)}`,
);

const backlog = await foldBacklog(folder, megabytes);
const { scalars, seconds, cpuSeconds, reads, longestMs, grownMB } = backlog;
console.log(`${megabytes} MB that a killed process has left, ${scalars} scalars:`);
console.log(
  `  folded in ${seconds.toFixed(1)} s, of which the processor worked ${cpuSeconds.toFixed(1)} s (all threads, reads included)`,
);
console.log(
  `  ${reads} reads meanwhile, of which the longest took ${longestMs.toFixed(0)} ms; ${grownMB.toFixed(0)} MB more memory at most`,
);

const grown = await writerMemory(folder, lines * 4);
console.log(
  `a process that logs ${lines * 4} steps of 10 as fast as it can has so many MB more after each fourth of them:`,
);
console.log(`  ${grown.map((each) => each.toFixed(0)).join(", ")}`);
rmSync(folder, { recursive: true });
