import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { openStore } from "../src/index.ts";
import { type OpenToAll, openToAll } from "./open-to-all.ts";
import { type RunningProgram, runProgram } from "./run-program.ts";
import { storedByOlder } from "./schemas/stored-by-older.ts";
import { tempFolder } from "./temp-folder.ts";

const isRoot = process.getuid?.() === 0;
const canMount =
  process.platform === "linux" && isRoot && spawnSync("unshare", ["--mount", "true"]).status === 0;

interface Printed {
  readonly runs: readonly string[];
  readonly refused: readonly string[];
  readonly told: readonly string[];
  readonly isReadOnly: boolean;
}

/** A store with a run that has ended. */
async function storeOfOne(): Promise<string> {
  const folder = path.join(tempFolder(), "store");
  mkdirSync(folder);
  const location = path.join(folder, "runs.db");
  const store = await openStore(location);
  const run = await store.startRun({ project: "birds", name: "ended", record: false });
  for (let step = 0; step < 10; step++) run.log({ loss: step }, { step });
  await run.finish();
  await store.close();
  return location;
}

/** A process ends while the database is locked: nobody folds what it has logged. */
async function leaveJournal(location: string): Promise<void> {
  const lock = new Database(location);
  lock.exec("BEGIN EXCLUSIVE");
  await runProgram("train.ts", [location, "says nothing"]).ended;
  lock.exec("ROLLBACK");
  lock.close();
  expect(readdirSync(path.join(path.dirname(location), "journal"))).toHaveLength(1);
}

function forAllToRead(location: string, folderMode = 0o555): string[] {
  const folder = path.dirname(location);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const place = path.join(entry.parentPath, entry.name);
    chmodSync(place, entry.isDirectory() ? folderMode : 0o444);
  }
  chmodSync(path.dirname(folder), 0o755);
  chmodSync(folder, folderMode);
  return filesOf(folder);
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => `${name} ${statSync(path.join(folder, String(name))).size}`)
    .sort();
}

function asNobody(location: string, from: OpenToAll): RunningProgram {
  const user = isRoot ? { from, cwd: os.tmpdir(), env: {}, uid: 65534, gid: 65534 } : {};
  return runProgram("only-read.ts", [location], user);
}

async function printedBy(program: RunningProgram): Promise<Printed> {
  program.child.stdin?.end();
  const { stdout, stderr, code } = await program.ended;
  expect([stderr, code]).toEqual(["", 0]);
  return JSON.parse(stdout.split("\n")[0] ?? "") as Printed;
}

const copies = () => readdirSync(os.tmpdir()).filter((name) => name.startsWith("epochal-read-"));

function inFolder(schema: number): string {
  const folder = path.join(tempFolder(), "store");
  mkdirSync(folder);
  return storedByOlder(schema, folder);
}

// One test: to bring the program to where nobody may read it costs more than all that it does.
it.skipIf(process.platform === "win32")(
  "a store in a folder that cannot be written opens for reading, and nothing is made or left anywhere",
  async () => {
    const nobody = openToAll();
    const earlier = copies();
    const read = async (location: string, folderMode?: number) => {
      const before = forAllToRead(location, folderMode);
      const printed = await printedBy(asNobody(location, nobody));
      if (folderMode === undefined) expect(filesOf(path.dirname(location))).toEqual(before);
      return { ...printed, runs: [...printed.runs].sort() };
    };
    const ended = await storeOfOne();
    expect(await read(ended)).toEqual({
      ...{ runs: ["ended finished 10"], refused: ["store_read_only"], told: [] },
      isReadOnly: true,
    });

    const withJournal = await storeOfOne();
    await leaveJournal(withJournal);
    expect((await read(withJournal)).runs).toEqual([
      "ended finished 10",
      "says nothing finished 100",
    ]);

    const ofOlder = ["failed finished 14", "long finished 8212", "other interrupted 14"];
    expect(await read(inFolder(2))).toMatchObject({ runs: ofOlder, told: [] });
    // Only the file cannot be written, and is of an older schema.
    expect(await read(inFolder(3), 0o777)).toMatchObject({ runs: ofOlder, told: [] });

    const program = asNobody(ended, nobody);
    await program.printed("ended finished 10");
    for (const place of [path.dirname(ended), path.join(path.dirname(ended), "journal"), ended]) {
      chmodSync(place, 0o755);
    }
    const store = await openStore(ended);
    const run = await store.startRun({ project: "birds", name: "later", record: false });
    run.log({ loss: 1 });
    await run.finish();
    await store.close();
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    program.child.stdin?.write("again\n");
    await program.printed("later finished 1");
    program.child.stdin?.end();
    expect((await program.ended).stderr).toBe("");
    expect(copies().filter((name) => !earlier.includes(name))).toEqual([]);
  },
  300_000,
);

it.skipIf(!canMount)(
  "a store on a file system that is mounted for reading opens for reading, as root, too",
  async () => {
    const location = await storeOfOne();
    await leaveJournal(location);
    const folder = path.dirname(location);
    const script = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"';
    const program = runProgram("only-read.ts", [location], {
      through: ["unshare", "--mount", "sh", "-c", script, folder],
    });
    const { runs, refused } = await printedBy(program);
    expect(runs).toHaveLength(2);
    expect(refused).toEqual(["store_read_only"]);
  },
);
