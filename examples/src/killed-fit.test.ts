import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openStore } from "@epochal/store";
import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import { expect, test } from "vitest";
import { patiently } from "../../packages/store/test/patiently.ts";

const ROUNDS = whole(20);
const seed = newSeed();
const program = path.join(import.meta.dirname, "../test/endless-fit.ts");

/** Trains in a process of its own and kills it after a while. Resolves to how many batches were recorded, and the last step. */
async function trainAndKill(store: string, note: string, ms: number): Promise<[number, number]> {
  const training = spawn(process.execPath, [program, store, note], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const gone = once(training, "exit");
  while (training.exitCode === null && !(existsSync(note) && statSync(note).size === 16))
    await sleep(10);
  await sleep(ms);
  training.kill("SIGKILL");
  await gone;
  const told = readFileSync(note);
  return [told.readDoubleLE(), told.readDoubleLE(8)];
}

test.skipIf(process.platform === "win32")(
  `a training killed at ${ROUNDS} random moments loses no batch and doubles none (seed ${seed})`,
  async () => {
    const random = seededRandom(seed);
    const folder = mkdtempSync(path.join(tmpdir(), "epochal-killed-fit-"));
    const killOnce = async (round: number) => {
      const location = path.join(folder, String(round), "runs.db");
      const note = path.join(folder, `${round}.note`);
      const [recorded, step] = await trainAndKill(location, note, random() * 400);
      const store = await openStore(location);
      const { runs } = await patiently(() => store.listRuns());
      expect(runs.map(({ status }) => status.state)).toEqual(["killed"]);
      const series = runs[0]?.series.find(({ key }) => key === "batch_loss");
      // One more than noted where the process died between recording a batch and noting it down.
      expect([recorded, recorded + 1]).toContain(series?.count);
      if (series?.count === recorded) expect(series.last?.step).toBe(step);
      else expect(series?.last?.step).toBeGreaterThan(step);
      await store.close();
    };
    for (let round = 0; round < ROUNDS; round += 2) {
      await Promise.all([round, round + 1].map(killOnce));
    }
    rmSync(folder, { recursive: true });
  },
  300_000,
);
