import { readdirSync } from "node:fs";
import path from "node:path";
import { whole } from "@epochal/testing/full";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { openStore } from "../src/index.ts";
import { runProgram } from "./run-program.ts";
import { tempFolder } from "./temp-folder.ts";

const ROUNDS = whole(50);

it(`lets two processes make the same new store at once, ${ROUNDS} times`, async () => {
  const folder = tempFolder();
  const one = runProgram("short-runs.ts", [folder, "one", "two", String(ROUNDS)]);
  const two = runProgram("short-runs.ts", [folder, "two", "one", String(ROUNDS)]);
  for (const { ended } of [one, two]) {
    expect(await ended).toMatchObject({ code: 0, stdout: "[]", stderr: "" });
  }
  for (let round = 0; round < ROUNDS; round++) {
    const db = new Database(path.join(folder, String(round), "runs.db"), { readonly: true });
    expect(db.prepare("SELECT count(*) FROM runs WHERE state = 'finished'").pluck().get()).toBe(2);
    expect(db.prepare("SELECT count(*) FROM points").pluck().get()).toBe(40);
    expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
    db.close();
  }
}, 240_000);

it("shows one process the runs of another while they go on", async () => {
  const location = path.join(tempFolder(), "runs.db");
  const program = runProgram("train.ts", [location, "is tracked"]);
  await program.printed("ready");
  const store = await openStore(location);
  const { revision } = await store.listChanges();
  let changes = await store.listChanges(revision);
  while (changes.runs.length === 0) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    changes = await store.listChanges(revision);
  }
  const [run] = (await store.listRuns()).runs;
  expect(changes.runs).toEqual([run?.id]);
  expect(run?.status.state).toBe("running");
  program.child.kill("SIGKILL");
  await program.ended;
  expect((await store.listRuns({ where: "status:killed" })).total).toBe(1);
  // The open store folds by itself what the dead process has left.
  const journal = path.join(path.dirname(location), "journal");
  while (readdirSync(journal).length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  await store.close();
});
