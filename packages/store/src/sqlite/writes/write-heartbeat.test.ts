import path from "node:path";
import { expect, it } from "vitest";
import { tempFolder } from "../../../test/temp-folder.ts";
import { thisProcess } from "../../lease/this-process.ts";
import { connect } from "../connect.ts";
import { ApplyRecords } from "./apply-records.ts";
import { WriteHeartbeat } from "./write-heartbeat.ts";

it("says of the open runs of its store that they are alive, and ticks no clock", () => {
  const db = connect({ database: path.join(tempFolder(), "runs.db"), busyTimeoutMs: 1_000 });
  const apply = new ApplyRecords(db);
  const start = { type: "run", at: 1, project: "p", config: {}, tags: [], notes: "" } as const;
  const writer = { ...thisProcess(), journal: "ours" };
  apply.apply(
    [
      { ...start, run: "open", writer },
      { ...start, run: "ended", writer },
      { ...start, run: "other process", writer: { ...writer, pid: 1 } },
      { ...start, run: "other store", writer: { ...writer, journal: "theirs" } },
      { ...start, run: "older version", writer: thisProcess() },
      { type: "end", run: "ended", at: 1, state: "finished" },
    ],
    () => {},
  );
  const rev = db.prepare("SELECT rev FROM clock").pluck().get();
  const heartbeat = new WriteHeartbeat(db, "ours");
  heartbeat.run(5_000);
  // The clock was set back.
  heartbeat.run(3_000);
  const seen = db.prepare("SELECT id, seen_ms, seen_up_ms FROM runs WHERE seen_ms > 1").all();
  expect(seen).toEqual([{ id: "open", seen_ms: 3_000, seen_up_ms: expect.any(Number) }]);
  expect(db.prepare("SELECT rev FROM clock").pluck().get()).toBe(rev);
  db.close();
});
