import {
  closeSync,
  cpSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import Database from "better-sqlite3";
import { expect, it, vi } from "vitest";
import { openStore } from "../src/index.ts";
import { runProgram } from "./run-program.ts";
import { tempFolder } from "./temp-folder.ts";

const seed = newSeed();
const random = seededRandom(seed);
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Copy {
  readonly location: string;
  /** How many steps were acknowledged when it was taken. */
  readonly steps: number;
}

/** The files of a process that logs as fast as it can, as they are at a moment: what `kill -9` leaves. */
async function copies(count: number): Promise<Copy[]> {
  const folder = tempFolder();
  const acknowledged = path.join(tempFolder(), "acknowledged");
  const args = [path.join(folder, "runs.db"), acknowledged, "full"];
  const { child, ended } = runProgram("acknowledge.ts", args);
  while (!existsSync(acknowledged) || statSync(acknowledged).size < 8) await sleep(10);
  const taken: Copy[] = [];
  for (let i = 0; i < count; i++) {
    await sleep(random() * 300);
    child.kill("SIGSTOP");
    await stopped(child.pid ?? 0);
    const copy = tempFolder();
    cpSync(folder, copy, { recursive: true });
    const steps = readFileSync(acknowledged).readDoubleLE();
    taken.push({ location: path.join(copy, "runs.db"), steps });
    child.kill("SIGCONT");
  }
  child.kill("SIGKILL");
  await ended;
  return taken;
}

async function stopped(pid: number): Promise<void> {
  const tasks = `/proc/${pid}/task`;
  const stateOf = (task: string) =>
    /\) (\w)/.exec(readFileSync(path.join(tasks, task, "stat"), "utf8"))?.[1];
  while (readdirSync(tasks).some((task) => stateOf(task) !== "T")) await sleep(1);
}

/** @returns what was done */
function damage(log: string): string {
  const size = existsSync(log) ? statSync(log).size : 0;
  if (size === 0) return "nothing to damage";
  const kind = Math.floor(random() * 4);
  if (kind === 0) {
    rmSync(log);
    return "removed";
  }
  const at = Math.floor(random() * size);
  if (kind === 1) {
    truncateSync(log, at);
    return `cut at ${at} of ${size}`;
  }
  const length = kind === 2 ? 1 : Math.min(size - at, 4096);
  const fd = openSync(log, "r+");
  const bytes = Buffer.alloc(length);
  readSync(fd, bytes, 0, length, at);
  for (let i = 0; i < length; i++) bytes[i] = (bytes[i] ?? 0) ^ (1 << Math.floor(random() * 8));
  writeSync(fd, bytes, 0, length, at);
  closeSync(fd);
  return `${length} bytes flipped at ${at} of ${size}`;
}

/**
 * Whether the database's own file is sound without its log. It is not in the moments in which the log is moved into it: only both
 * together are a database then, and nothing can make good that log.
 */
function isSoundAlone(location: string): boolean {
  const alone = path.join(tempFolder(), "alone.db");
  cpSync(location, alone);
  try {
    const db = new Database(alone);
    const said = db.pragma("integrity_check", { simple: true });
    db.close();
    return said === "ok";
  } catch {
    return false;
  }
}

async function check({ location, steps }: Copy): Promise<void> {
  const what = `${damage(`${location}-wal`)}, seed ${seed}`;
  const errors: Error[] = [];
  const store = await openStore(location, { onError: (error) => errors.push(error) });
  await vi.waitFor(
    async () => {
      const [run] = (await store.listRuns()).runs;
      expect(run?.series[0]?.count).toBeGreaterThanOrEqual(steps);
    },
    { timeout: 60_000 },
  );
  await store.close();
  const db = new Database(location, { readonly: true });
  expect(db.pragma("integrity_check", { simple: true }), what).toBe("ok");
  const counts = db
    .prepare(
      "SELECT key, n, (SELECT count(*) FROM points WHERE series_id = id) AS points FROM series",
    )
    .all() as { key: string; n: number; points: number }[];
  expect(counts.map(({ key }) => key).sort(), what).toEqual(["auc", "bad", "loss"]);
  for (const { n, points } of counts) {
    expect(n, what).toBe(points);
    expect(points, what).toBeGreaterThanOrEqual(steps);
    expect(points, what).toBeLessThanOrEqual(steps + 1);
  }
  const events = db.prepare("SELECT count(*) FROM events").pluck().get() as number;
  expect(events, what).toBeGreaterThanOrEqual(Math.ceil(steps / 100));
  expect(events, what).toBeLessThanOrEqual(Math.ceil((steps + 1) / 100));
  db.close();
  expect(errors, what).toEqual([]);
  rmSync(path.dirname(location), { recursive: true });
}

it.skipIf(process.platform !== "linux")(
  `folds again what a cut, flipped or lost write-ahead log has lost (seed ${seed})`,
  async () => {
    const all = await copies(whole(60));
    const sound = all.filter(({ location }) => isSoundAlone(location));
    expect(sound.length).toBeGreaterThan(all.length / 2);
    for (let i = 0; i < sound.length; i += 5) await Promise.all(sound.slice(i, i + 5).map(check));
  },
  600_000,
);
