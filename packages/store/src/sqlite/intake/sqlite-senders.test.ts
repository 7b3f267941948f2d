import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { tempFolder } from "../../../test/temp-folder.ts";
import { connect } from "../connect.ts";
import { ApplyRecords } from "../writes/apply-records.ts";
import { SqliteSenders } from "./sqlite-senders.ts";

it("writes down once a second that a sender lives, and at once where its run was closed or the clock was set back", async () => {
  const db = connect({ database: path.join(tempFolder(), "runs.db"), busyTimeoutMs: 1_000 });
  onTestFinished(() => {
    db.close();
  });
  const writer = { kind: "page", journal: "j" };
  const of = { project: "p", config: {}, tags: [], notes: "", writer } as const;
  new ApplyRecords(db).apply([{ type: "run", run: "r", at: 1, ...of }], () => {});
  const senders = new SqliteSenders(db);
  const row = db.prepare<[], [number, string | null]>("SELECT heard_ms, state FROM runs").raw();
  const after = async (now: number) => {
    await senders.hear("j", now);
    return row.get();
  };
  expect(await after(50_000)).toEqual([50_000, null]);
  expect(await after(50_999)).toEqual([50_000, null]);
  expect(await after(51_001)).toEqual([51_001, null]);
  await senders.closeRuns("j", 51_100);
  expect(row.get()).toEqual([51_100, "closed"]);
  expect(await after(51_200)).toEqual([51_200, null]);
  expect(await after(40_000)).toEqual([40_000, null]);
});
