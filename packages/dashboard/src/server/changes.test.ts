import { mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Change, changes } from "./changes.ts";
import { store } from "./store.ts";

// It only stops a bundler from putting the server's code into a page.
vi.mock("server-only", () => ({}));

const folder = mkdtempSync(path.join(tmpdir(), "epochal-changes-"));

beforeAll(() => {
  process.env.EPOCHAL_STORE = path.join(folder, "runs.db");
});

afterAll(async () => {
  await (await store()).close();
  rmSync(folder, { recursive: true, force: true });
});

async function startRun(): Promise<string> {
  const run = await (await store()).startRun({ project: "birds" });
  run.log({ loss: 1 });
  await run.finish();
  return run.id;
}

const idsOf = (heard: readonly Change[]) => heard.flatMap(({ runs }) => runs);

test("a listener hears of a run that is recorded while it listens", async () => {
  const earlier = await startRun();
  const heard: Change[] = [];
  const unlisten = await changes().listen(undefined, (change) => heard.push(change));
  const id = await startRun();
  await vi.waitFor(() => expect(idsOf(heard)).toContain(id), 20_000);
  expect(idsOf(heard)).not.toContain(earlier);
  unlisten();
});

test("what happened since the revision a page shows is told at once", async () => {
  const { revision } = await (await store()).listChanges();
  const id = await startRun();
  const heard: Change[] = [];
  const unlisten = await changes().listen(revision, (change) => heard.push(change));
  unlisten();
  expect(idsOf(heard)).toEqual([id]);
  expect(heard[0]?.revision).toBeGreaterThan(revision);
});

test("one listener that leaves does not end the others", async () => {
  const heard: Change[] = [];
  const [unlisten, leave] = await Promise.all([
    changes().listen(undefined, (change) => heard.push(change)),
    changes().listen(undefined, () => {}),
  ]);
  leave();
  const id = await startRun();
  await vi.waitFor(() => expect(idsOf(heard)).toContain(id), 20_000);
  unlisten();
});

test("a listener that throws keeps nobody else from hearing, and hears on", async () => {
  const said = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
  const heard: Change[] = [];
  const thrown: Change[] = [];
  const leave = await changes().listen(undefined, (change) => {
    thrown.push(change);
    throw new Error("gone");
  });
  const unlisten = await changes().listen(undefined, (change) => heard.push(change));
  const [one, two] = [await startRun(), await startRun()];
  await vi.waitFor(() => expect(idsOf(heard)).toContain(two), 20_000);
  expect(idsOf(heard)).toContain(one);
  expect(idsOf(thrown)).toEqual(expect.arrayContaining([one, two]));
  expect(said).toHaveBeenCalled();
  said.mockRestore();
  leave();
  unlisten();
});

test("a listener that throws at what it missed is still served, and can leave", async () => {
  const said = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
  const { revision } = await (await store()).listChanges();
  const missed = await startRun();
  const heard: Change[] = [];
  const leave = await changes().listen(revision, (change) => {
    heard.push(change);
    throw new Error("gone");
  });
  const id = await startRun();
  await vi.waitFor(
    () => expect(idsOf(heard)).toEqual(expect.arrayContaining([missed, id])),
    20_000,
  );
  said.mockRestore();
  leave();
});

/** Another program at the same database. */
function otherProgram(): Database.Database {
  return new Database(path.join(folder, "runs.db"), { timeout: 5_000 });
}

test("no change is lost while the store's queries fail", async () => {
  const ids: string[] = [];
  for (let n = 0; n < 60; n++) {
    const run = await (await store()).startRun({ project: "lost", record: false });
    ids.push(run.id);
    void run.finish();
  }
  await (await store()).listRuns();
  const heard: Change[] = [];
  const unlisten = await changes().listen(undefined, (change) => heard.push(change));
  const db = otherProgram();
  const touch = db.transaction((id: string) => {
    db.exec("UPDATE clock SET rev = rev + 1");
    db.prepare("UPDATE runs SET rev = (SELECT rev FROM clock) WHERE id = ?").run(id);
  });
  // What is asked about the runs that live fails; and then all that is asked.
  for (const table of ["series", "runs"]) {
    heard.length = 0;
    for (const [n, id] of ids.entries()) {
      if (n === 5) db.exec(`ALTER TABLE ${table} RENAME TO away`);
      if (n === 55) db.exec(`ALTER TABLE away RENAME TO ${table}`);
      const isAway = table === "runs" && n >= 5 && n < 55;
      if (!isAway) touch.immediate(id);
      else if (n % 5 === 0) {
        db.exec("UPDATE clock SET rev = rev + 1");
        db.prepare("UPDATE away SET rev = (SELECT rev FROM clock) WHERE id = ?").run(id);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const touched = ids.filter((_, n) => table === "series" || n < 5 || n >= 55 || n % 5 === 0);
    await vi.waitFor(() => expect(idsOf(heard)).toEqual(expect.arrayContaining(touched)), 20_000);
  }
  db.close();
  unlisten();
});

test("a database that another one replaces is told of from its start", async () => {
  await startRun();
  const heard: Change[] = [];
  const { revision } = await (await store()).listChanges();
  const unlisten = await changes().listen(revision, (change) => heard.push(change));
  const copy = path.join(folder, "copy.db");
  const db = otherProgram();
  await db.backup(copy);
  db.close();
  const other = new Database(copy);
  other.pragma("journal_mode = DELETE");
  other.exec("UPDATE clock SET rev = 1; UPDATE runs SET rev = 1");
  const known = other.prepare("SELECT id FROM runs").pluck().all() as string[];
  other.close();
  for (const name of ["runs.db", "runs.db-wal", "runs.db-shm"])
    rmSync(path.join(folder, name), { force: true });
  renameSync(copy, path.join(folder, "runs.db"));
  await vi.waitFor(() => expect(idsOf(heard)).toEqual(expect.arrayContaining(known)), 20_000);
  unlisten();
});
