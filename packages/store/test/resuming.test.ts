import path from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { openStore } from "../src/index.ts";
import { runProgram } from "./run-program.ts";
import { tempFolder } from "./temp-folder.ts";

async function finishedRun(record: boolean | object = true) {
  const location = path.join(tempFolder(), "runs.db");
  const store = await openStore(location, { onError: () => {} });
  onTestFinished(() => store.close());
  const run = await store.startRun({ project: "birds", record });
  run.log({ loss: 1 });
  await run.finish();
  return { location, store, id: run.id };
}

describe("a run that cannot be resumed just now", () => {
  it("is as it was while the database is busy, and can be resumed when it is not", async () => {
    const { location, store, id } = await finishedRun();
    const other = new Database(location, { timeout: 10_000 });
    other.exec("BEGIN IMMEDIATE");
    await expect(store.resumeRun(id)).rejects.toMatchObject({ code: "store_busy" });
    other.exec("ROLLBACK");
    other.close();
    expect(await store.getRun(id)).toMatchObject({ resumed: 0, status: { state: "finished" } });
    const again = await store.resumeRun(id);
    await again.finish();
    expect((await store.getRun(id)).resumed).toBe(1);
  });

  it("is given to one of several processes that ask at once", async () => {
    const { location, store, id } = await finishedRun();
    const programs = [0, 1, 2].map(() => runProgram("resume.ts", [location, id]));
    // One of them has it as long as the others ask.
    let others = 0;
    for (const { ended } of programs) void ended.then(() => others++);
    await vi.waitUntil(() => others === 2, { timeout: 60_000, interval: 20 });
    for (const { child } of programs) child.stdin?.end();
    const ends = await Promise.all(programs.map(({ ended }) => ended));
    expect(ends.map(({ stdout }) => stdout).sort()).toEqual([
      "resumed\n",
      "run_is_running\n",
      "run_is_running\n",
    ]);
    const run = await store.getRun(id);
    expect(run).toMatchObject({ resumed: 1, status: { state: "finished" } });
  });
});

describe("a segment of a resumed run", () => {
  const cards = async (store: Awaited<ReturnType<typeof finishedRun>>["store"], id: string) =>
    (await store.getRun(id)).events.flatMap(({ event }) =>
      event.type === "card" ? [event.card] : [],
    );

  it("has a card of its own process", async () => {
    const { store, id } = await finishedRun();
    const before = (await cards(store, id)).length;
    const again = await store.resumeRun(id);
    await again.flush();
    const after = await cards(store, id);
    expect(after).toHaveLength(2 * before);
    expect(after.filter((card) => card.versions !== undefined)).toHaveLength(2);
    expect(after.filter((card) => card.code !== undefined)).toHaveLength(2);
  });

  it("records what the run was told to, also in another process", async () => {
    const { location, store, id } = await finishedRun({
      timing: false,
      machine: false,
      code: false,
    });
    const again = await store.resumeRun(id);
    expect(again.parts).toMatchObject({ timing: false, machine: false });
    await again.finish();
    const program = runProgram("resume.ts", [location, id]);
    program.child.stdin?.end();
    expect((await program.ended).stdout).toBe("resumed\n");
    const all = await cards(store, id);
    expect(all).toHaveLength(3);
    for (const card of all) expect([card.machine, card.code]).toEqual([undefined, undefined]);
  });
});
