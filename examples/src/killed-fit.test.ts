import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openStore } from "@epochal/store";
import { expect, test } from "vitest";

const ROUNDS = 20;
const program = path.join(import.meta.dirname, "../test/endless-fit.ts");

/** Trains in a process of its own and kills it at a random moment. Resolves to how many batches it saw recorded. */
async function trainAndKill(store: string, note: string): Promise<number> {
  const training = spawn(process.execPath, [program, store, note], { stdio: "ignore" });
  const gone = once(training, "exit");
  while (training.exitCode === null && !(existsSync(note) && statSync(note).size === 8))
    await sleep(10);
  await sleep(Math.random() * 400);
  training.kill("SIGKILL");
  await gone;
  return readFileSync(note).readDoubleLE();
}

test.skipIf(process.platform === "win32")(
  `a training killed at ${ROUNDS} random moments loses no batch and doubles none`,
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "epochal-killed-fit-"));
    for (let round = 0; round < ROUNDS; round++) {
      const location = path.join(folder, String(round), "runs.db");
      const recorded = await trainAndKill(location, path.join(folder, `${round}.note`));
      const store = await openStore(location);
      const { runs } = await store.listRuns();
      expect(runs.map(({ status }) => status.state)).toEqual(["killed"]);
      const series = runs[0]?.series.find(({ key }) => key === "batch_loss");
      // One more than noted where the process died between recording a batch and noting it down.
      expect(series?.count).toBeGreaterThanOrEqual(recorded);
      expect(series?.count).toBeLessThanOrEqual(recorded + 1);
      expect(series?.last?.step).toBe(series?.count);
      await store.close();
    }
    rmSync(folder, { recursive: true });
  },
  180_000,
);
