// Folding a journal with lines that the database refuses, beside one without: it must not grow with the square of the lines.
// node bench/refused.ts [lines]
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { DatabaseSync } from "node:sqlite";
import { openStore } from "@epochal/store";
import { report } from "./report.ts";

const length = Number(process.argv[2] ?? 5_000);
const folder = mkdtempSync(path.join(tmpdir(), "epochal-bench-"));
const writer = { host: "gone", bootId: "gone", pid: 1 };
const at = Date.now();
const head = [
  { type: "journal", version: 1, at, writer: { ...writer, host: "elsewhere" } },
  { type: "run", run: "r", at, project: "p", config: {}, tags: [], notes: "", writer },
];
const steps = Array.from({ length }, (_, step) => ({
  ...{ type: "values", run: "r", at, step, values: { loss: step } },
}));
const lines = `${[...head, ...steps].map((record) => JSON.stringify(record)).join("\n")}\n`;

async function fold(name: string, refused: string): Promise<[string, number]> {
  const location = path.join(folder, name, "runs.db");
  await (await openStore(location)).close();
  const db = new DatabaseSync(location);
  db.exec(`CREATE TRIGGER refuse BEFORE INSERT ON points WHEN ${refused}
    BEGIN SELECT RAISE(ABORT, 'refused'); END`);
  db.close();
  mkdirSync(path.join(folder, name, "journal"), { recursive: true });
  const file = path.join(folder, name, "journal", "a.000000.jsonl");
  writeFileSync(file, lines);
  utimesSync(file, 0, 0);
  const begin = performance.now();
  const store = await openStore(location, { onError: () => {} });
  while ((await store.listRuns()).runs[0] === undefined);
  const took = performance.now() - begin;
  await store.close();
  return [name, took];
}

await fold("warm up", "0");
report("ms", [
  await fold("none refused", "0"),
  await fold("the last refused", `new.step = ${length - 1}`),
  await fold("one of a hundred refused", "new.step % 100 = 50"),
  await fold("every second refused", "new.step % 2"),
  await fold("all refused", "1"),
]);
rmSync(folder, { recursive: true });
