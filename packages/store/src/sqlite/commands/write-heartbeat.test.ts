import path from "node:path";
import { expect, it } from "vitest";
import { tempFolder } from "../../../test/temp-folder.ts";
import { thisProcess } from "../../lease/this-process.ts";
import { connect } from "../connect.ts";
import { ApplyRecords } from "./apply-records.ts";
import { WriteHeartbeat } from "./write-heartbeat.ts";

it("says of the open runs of this process that they are alive, and ticks no clock", () => {
  const db = connect({ database: path.join(tempFolder(), "runs.db"), busyTimeoutMs: 1_000 });
  const apply = new ApplyRecords(db);
  const start = { type: "run", at: 1, project: "p", config: {}, tags: [], notes: "" } as const;
  const writer = thisProcess();
  apply.apply(
    [
      { ...start, run: "open", writer },
      { ...start, run: "ended", writer },
      { ...start, run: "other process", writer: { ...writer, pid: 1 } },
      { ...start, run: "other machine", writer: { ...writer, host: "elsewhere" } },
      { ...start, run: "recycled process id", writer: { ...writer, pidStarted: "1" } },
      { type: "end", run: "ended", at: 1, state: "finished" },
    ],
    () => {},
  );
  const rev = db.prepare("SELECT rev FROM clock").pluck().get();
  const heartbeat = new WriteHeartbeat(db);
  heartbeat.run(5_000);
  heartbeat.run(3_000);
  expect(db.prepare("SELECT id, seen_ms FROM runs WHERE seen_ms > 1").all()).toEqual([
    { id: "open", seen_ms: 5_000 },
  ]);
  expect(db.prepare("SELECT rev FROM clock").pluck().get()).toBe(rev);
  db.close();
});
