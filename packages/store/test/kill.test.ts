import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { openStore } from "../src/index.ts";
import { patiently } from "./patiently.ts";
import { runProgram } from "./run-program.ts";
import { tempFolder } from "./temp-folder.ts";

/** Four at once: a logger at full speed and a paced one, alone and with a process that recovers and is killed, too. */
const ROUNDS = 4 * whole(50);
const seed = newSeed();
const random = seededRandom(seed);
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Kills a process that logs, sometimes also one that recovers, and looks what is there afterwards. */
async function killOnce(round: number): Promise<void> {
  const folder = tempFolder();
  const location = path.join(folder, "runs.db");
  const acknowledged = path.join(folder, "acknowledged");
  const logging = runProgram("acknowledge.ts", [
    location,
    acknowledged,
    round % 2 ? "paced" : "full",
  ]);
  while (!existsSync(acknowledged) || statSync(acknowledged).size < 8) {
    if (logging.child.exitCode !== null) throw new Error((await logging.ended).stderr);
    await sleep(10);
  }
  await sleep(random() * (round % 2 ? 600 : 250));
  logging.child.kill("SIGKILL");
  await logging.ended;
  if (round % 3 === 0) {
    const recovering = runProgram("recover.ts", [location]);
    await sleep(150 + random() * 250);
    recovering.child.kill("SIGKILL");
    await recovering.ended;
  }

  const steps = readFileSync(acknowledged).readDoubleLE();
  const errors: Error[] = [];
  const store = await openStore(location, { onError: (error) => errors.push(error) });
  let found = await patiently(() => store.listRuns());
  // On a machine that does much else a first answer may say that it is not whole.
  while (found.unfolded !== undefined) found = await patiently(() => store.listRuns());
  const [run] = found.runs;
  expect(run?.status).toMatchObject({ state: "killed", reason: "its process is gone" });
  expect(run?.endedAt).toEqual(run?.status.lastSeenAt);
  for (const key of ["loss", "auc", "bad"]) {
    const series = run?.series.find((it) => it.key === key);
    // One more may have been logged and not been acknowledged.
    expect(series?.count).toBeGreaterThanOrEqual(steps);
    expect(series?.count).toBeLessThanOrEqual(steps + 1);
    expect(series?.last?.step).toBe((series?.count ?? 0) - 1);
  }
  const { events } = await patiently(() => store.getRun(run?.id ?? ""));
  const numbers = events.map(({ event }) => event.type === "warning" && Number(event.message));
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => i * 100));
  expect(numbers.length).toBeGreaterThanOrEqual(Math.ceil(steps / 100));
  await store.close();
  expect(errors).toEqual([]);
  expect(readdirSync(path.join(folder, "journal"))).toEqual([]);
  const db = new Database(location, { readonly: true });
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(db.prepare("SELECT count(*) FROM folded").pluck().get()).toBe(0);
  db.close();
}

it.skipIf(process.platform === "win32")(
  `loses nothing and doubles nothing when the process is killed at any moment, ${ROUNDS} times (seed ${seed})`,
  async () => {
    for (let round = 0; round < ROUNDS; round += 4) {
      await Promise.all([0, 1, 2, 3].map((i) => killOnce(round + i)));
    }
  },
  600_000,
);
