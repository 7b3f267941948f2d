import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { openStore } from "../src/index.ts";
import { patiently } from "./patiently.ts";
import { runProgram } from "./run-program.ts";
import { tempFolder } from "./temp-folder.ts";

const COPIES = whole(200);
const seed = newSeed();
/** So many are opened together: each waits for its folding thread to start. */
const AT_ONCE = 4;
const random = seededRandom(seed);
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Copy {
  readonly location: string;
  /** How many steps were acknowledged when it was taken. */
  readonly steps: number;
}

/** What a disk holds when power goes: the files as they are while nobody can write. */
async function copyAtRandomMoments(): Promise<Copy[]> {
  const folder = tempFolder();
  const acknowledged = path.join(tempFolder(), "acknowledged");
  const { child, ended } = runProgram("acknowledge.ts", [
    path.join(folder, "runs.db"),
    acknowledged,
    "paced",
  ]);
  while (!existsSync(acknowledged) || statSync(acknowledged).size < 8) await sleep(10);
  const copies: Copy[] = [];
  for (let i = 0; i < COPIES; i++) {
    await sleep(random() * 40);
    child.kill("SIGSTOP");
    await stopped(child.pid ?? 0);
    const copy = tempFolder();
    cpSync(folder, copy, { recursive: true });
    copies.push({
      location: path.join(copy, "runs.db"),
      steps: readFileSync(acknowledged).readDoubleLE(),
    });
    child.kill("SIGCONT");
  }
  child.kill("SIGKILL");
  await ended;
  return copies;
}

async function stopped(pid: number): Promise<void> {
  const tasks = `/proc/${pid}/task`;
  const stateOf = (task: string) =>
    /\) (\w)/.exec(readFileSync(path.join(tasks, task, "stat"), "utf8"))?.[1];
  while (readdirSync(tasks).some((task) => stateOf(task) !== "T")) await sleep(1);
}

async function check({ location, steps }: Copy): Promise<void> {
  const errors: Error[] = [];
  const store = await openStore(location, { onError: (error) => errors.push(error) });
  const [run] = (await patiently(() => store.listRuns())).runs;
  expect(run?.status).toMatchObject({ state: "killed", reason: "its process is gone" });
  for (const key of ["loss", "auc", "bad"]) {
    const series = run?.series.find((it) => it.key === key);
    // One more may have been logged and not been acknowledged.
    expect(series?.count).toBeGreaterThanOrEqual(steps);
    expect(series?.count).toBeLessThanOrEqual(steps + 1);
    expect(series?.last?.step).toBe((series?.count ?? 0) - 1);
  }
  await store.close();
  expect(errors).toEqual([]);
  const db = new Database(location, { readonly: true });
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
  db.close();
  rmSync(path.dirname(location), { recursive: true });
}

it.skipIf(process.platform !== "linux")(
  `opens copies of the files of ${COPIES} random moments (seed ${seed}), and each says what was true then`,
  async () => {
    const copies = await copyAtRandomMoments();
    expect(new Set(copies.map(({ steps }) => steps)).size).toBeGreaterThan(COPIES / 2);
    for (let i = 0; i < copies.length; i += AT_ONCE) {
      await Promise.all(copies.slice(i, i + AT_ONCE).map(check));
    }
  },
  300_000,
);
