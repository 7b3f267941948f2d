// Calls methods of a store at given moments, and prints what became of each as JSON: `at-once.ts <store> <epoch ms> <calls as JSON>`.
import { openStore } from "../../src/index.ts";

/** After so many milliseconds this method is called with this. `resume` goes on training: it logs a value for each of some steps. */
type Call = readonly [
  afterMs: number,
  method: "delete" | "prune" | "purge" | "resume",
  given: Given,
];

interface Given {
  readonly ids: readonly string[];
  /** Of `purge`, instead of ids. */
  readonly all?: boolean;
  /** Of `resume`. */
  readonly steps?: readonly [first: number, end: number];
}

const [location = "", begin, calls = ""] = process.argv.slice(2);
const store = await openStore(location, { onError: () => {} });
const told: unknown[] = [];

async function call(method: Call[1], { ids, all, steps: [first, end] = [0, 0] }: Given) {
  if (method === "delete") return store.deleteRuns(ids);
  if (method === "prune") return store.prune({ ids, keepEvery: 16 });
  if (method === "purge") {
    return store.purge(all === true ? { olderThan: new Date(Date.now() + 60_000) } : { ids });
  }
  const run = await store.resumeRun(ids[0] ?? "");
  for (let step = first; step < end; step++) {
    run.log({ batch_loss: step % 7 }, { step, epoch: step / 50 });
  }
  return run.flush();
}

process.stdout.write("begins\n");
for (const [afterMs, method, given] of JSON.parse(calls) as readonly Call[]) {
  await new Promise((resolve) => setTimeout(resolve, Number(begin) + afterMs - Date.now()));
  try {
    told.push((await call(method, given)) ?? null);
  } catch (error) {
    told.push({ refused: (error as { code?: string }).code ?? String(error) });
  }
}
process.stdout.write(`${JSON.stringify(told)}\n`);
// What was resumed goes on until somebody ends this process.
setInterval(() => {}, 60_000);
