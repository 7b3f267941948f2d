import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import path from "node:path";
import { openStore } from "@epochal/store";
import { thisProcess } from "../../packages/store/src/lease/this-process.ts";
import { makeLines, startOf, valuesOfLine } from "./make-lines.ts";

export interface Backlog {
  readonly megabytes: number;
  readonly scalars: number;
  /** Until all of it was folded. */
  readonly seconds: number;
  /** What the processor spent on it, the reads included. */
  readonly cpuSeconds: number;
  /** How often somebody read meanwhile, and the longest that one of them waited. */
  readonly reads: number;
  readonly longestMs: number;
  /** By how much the process grew at most. */
  readonly grownMB: number;
}

const segmentBytes = 1 << 24;
/** Between two reads, as of a page that is open. */
const pauseMs = 100;

/** How long it takes to fold what a killed process has left, while somebody reads several times a second. */
export async function foldBacklog(folder: string, megabytes: number): Promise<Backlog> {
  const scalars = writeJournal(path.join(folder, "journal"), megabytes * 1e6);
  const before = process.memoryUsage().rss;
  let highest = before;
  const [begin, cpu] = [performance.now(), process.cpuUsage()];
  const store = await openStore(path.join(folder, "runs.db"));
  let [reads, longestMs, first] = [0, 0, true];
  for (;;) {
    const asked = performance.now();
    const { runs, unfolded } = await store.listRuns();
    const [run] = runs;
    if (run?.series.some(({ key }) => key === "val_auc")) {
      await store.readSeries({ run: run.id, key: "val_auc" });
    }
    // The first one waits for a moment on purpose: of a small rest nobody needs to be told.
    if (!first) longestMs = Math.max(longestMs, performance.now() - asked);
    first = false;
    reads++;
    highest = Math.max(highest, process.memoryUsage().rss);
    if (unfolded === undefined) break;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  const seconds = (performance.now() - begin) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  const cpuSeconds = (user + system) / 1e6;
  const [run] = (await store.listRuns()).runs;
  const kept = run?.series.reduce((sum, { count }) => sum + count, 0);
  if (kept !== scalars) throw new Error(`${kept} of ${scalars} scalars were folded`);
  await store.close();
  return {
    megabytes,
    scalars,
    seconds,
    cpuSeconds,
    reads,
    longestMs,
    grownMB: (highest - before) / 1e6,
  };
}

/** A journal as a process of this machine leaves it that was killed. @returns how many scalars it holds */
function writeJournal(folder: string, bytes: number): number {
  mkdirSync(folder, { recursive: true });
  const writer = { ...thisProcess(), pid: 2 ** 31 - 1 };
  const header = `${JSON.stringify({ type: "journal", version: 1, at: 1, writer })}\n`;
  let [step, written] = [0, 0];
  for (let segment = 0; written < bytes; segment++) {
    const name = `killed.${String(segment).padStart(6, "0")}.jsonl`;
    const fd = openSync(path.join(folder, name), "w");
    let size = writeSync(fd, segment === 0 ? `${header}${startOf("killed", writer)}\n` : header);
    while (size < segmentBytes && written + size < bytes) {
      size += writeSync(fd, `${makeLines("killed", step, step + 1_000).join("\n")}\n`);
      step += 1_000;
    }
    closeSync(fd);
    written += size;
  }
  return step * valuesOfLine;
}
