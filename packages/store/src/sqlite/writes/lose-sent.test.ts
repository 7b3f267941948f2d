import path from "node:path";
import { expect, it } from "vitest";
import { tempFolder } from "../../../test/temp-folder.ts";
import { thisProcess } from "../../lease/this-process.ts";
import { connect } from "../connect.ts";
import { SqliteSenders } from "../intake/sqlite-senders.ts";
import { ApplyRecords } from "./apply-records.ts";
import { LoseSent } from "./lose-sent.ts";

it("loses runs that are sent and not heard of for long, and finds them when they are", async () => {
  const db = connect({ database: path.join(tempFolder(), "runs.db"), busyTimeoutMs: 1_000 });
  const start = { type: "run", at: 1, project: "p", config: {}, tags: [], notes: "" } as const;
  const of = (journal: string) => ({ kind: "page", journal });
  new ApplyRecords(db).apply(
    [
      { ...start, run: "silent", writer: of("one") },
      { ...start, run: "ended", writer: of("one") },
      { ...start, run: "lively", writer: of("two") },
      { ...start, run: "never heard", writer: of("three") },
      { ...start, run: "local", writer: thisProcess() },
      { type: "end", run: "ended", at: 1, state: "finished" },
    ],
    () => {},
  );
  const senders = new SqliteSenders(db);
  await senders.hear("one", 1_000);
  await senders.hear("two", 40_000);
  const lose = new LoseSent(db, 1_000);
  const states = () =>
    Object.fromEntries(
      db
        .prepare<[], [string, string]>("SELECT id, state FROM runs WHERE state IS NOT NULL")
        .raw()
        .all(),
    );
  const rev = () => db.prepare<[], number>("SELECT rev FROM clock").pluck().get() ?? 0;
  lose.run(31_000);
  expect(states()).toEqual({ ended: "finished" });
  const before = rev();
  lose.run(41_001);
  expect(states()).toEqual({ ended: "finished", silent: "lost" });
  lose.run(41_002);
  expect(rev()).toBe(before + 1);
  await senders.hear("one", 50_000);
  expect(states()).toEqual({ ended: "finished" });
  expect(rev()).toBe(before + 2);
  await senders.closeRuns("one", 51_000);
  expect(states()).toEqual({ ended: "finished", silent: "closed" });
  db.close();
});
