import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openStore } from "@epochal/store";
import { expect, test } from "vitest";
import { runEpochal } from "../../test/run-epochal.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";

const STEPS = 200_000;

/** A store that a process has left that was killed with much in its journal. */
async function leftStore(): Promise<string> {
  const location = path.join(temporaryFolder(), "runs.db");
  await (await openStore(location)).close();
  const writer = { host: "h", bootId: "b", pid: 2 ** 31 - 1 };
  const run = { run: "left", at: 1 };
  const lines = [
    { type: "journal", version: 1, at: 1, writer },
    { type: "run", ...run, project: "p", name: "left", config: {}, tags: [], notes: "", writer },
  ].map((line) => JSON.stringify(line));
  for (let step = 0; step < STEPS; step++) {
    lines.push(`{"type":"values","run":"left","at":1,"step":${step},"values":{"loss":1,"auc":1}}`);
  }
  const journal = path.join(path.dirname(location), "journal");
  mkdirSync(journal, { recursive: true });
  const file = path.join(journal, "left.000000.jsonl");
  writeFileSync(file, `${lines.join("\n")}\n`);
  // It was written elsewhere, and nobody has heard of its writer for a while.
  const before = Date.now() / 1000 - 120;
  utimesSync(file, before, before);
  return location;
}

test("a command waits for what killed processes have left, says how far it is, and shows all of it", async () => {
  const store = await leftStore();
  const { code, stdout, stderr } = await runEpochal(["ls", "--json", "--store", store]);
  expect(code).toBe(0);
  const { runs, unfolded } = JSON.parse(stdout);
  const percents = [...stderr.matchAll(/^folding what killed processes left: (\d+) %$/gm)];
  const numbers = percents.map(([, percent]) => Number(percent));
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  if (unfolded === undefined) {
    expect(runs[0].series.map(({ count }: { count: number }) => count)).toEqual([STEPS, STEPS]);
    expect(stderr).not.toContain("missing");
  } else {
    // A machine that is busy with much else: then it is said.
    expect(unfolded.bytes).toBeGreaterThan(0);
    expect(stderr).toContain("What is not folded yet is missing below.");
  }
  const again = JSON.parse((await runEpochal(["show", "left", "--json", "--store", store])).stdout);
  if (again.unfolded === undefined) expect(again.run.series[0].count).toBe(STEPS);
}, 120_000);
