import path from "node:path";
import { encodeRecord } from "@epochal/record";
import Database from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { Folding } from "../src/ingest/folding.ts";
import { Journal } from "../src/journal/journal.ts";
import { usualLease } from "../src/lease/lease.ts";
import { thisProcess } from "../src/lease/this-process.ts";
import { openSqliteSink } from "../src/local/open-sqlite-sink.ts";
import { startFoldingThread } from "../src/local/start-folding-thread.ts";
import { storeLocation } from "../src/location/store-location.ts";
import { Problems } from "../src/problems.ts";
import { tempFolder } from "./temp-folder.ts";

function setup() {
  const location = storeLocation(path.join(tempFolder(), "runs.db"));
  const problems = new Problems((error) => expect.fail(error.message));
  const journal = new Journal({ folder: location.journal, problems });
  const folding = new Folding({
    location,
    name: location.database,
    journal,
    problems,
    lease: usualLease,
    openSink: openSqliteSink,
    startThread: startFoldingThread,
  });
  onTestFinished(async () => {
    await folding.stop();
    journal.close();
  });
  const start = { type: "run", at: 1, project: "p", config: {}, tags: [], notes: "" } as const;
  journal.append(encodeRecord({ ...start, run: "r", writer: thisProcess() }), false);
  const log = (step: number) =>
    journal.append(
      encodeRecord({ type: "values", run: "r", at: 1, step, values: { loss: step } }),
      true,
    );
  const count = () => {
    const db = new Database(location.database, { readonly: true });
    const points = db.prepare("SELECT count(*) FROM points").pluck().get();
    db.close();
    return points;
  };
  return { folding, log, count };
}

it("folds by itself what is logged", async () => {
  const { folding, log, count } = setup();
  await folding.request("fold", 5_000);
  log(0);
  while (count() !== 1) await new Promise((resolve) => setTimeout(resolve, 20));
});

it("does what it is asked for in this thread when its own has ended", async () => {
  const { folding, log, count } = setup();
  await folding.request("fold", 5_000);
  await folding.stop();
  log(0);
  await folding.request("fold", 5_000);
  expect(count()).toBe(1);
  log(1);
  await folding.request("sync", 5_000);
  expect(count()).toBe(2);
});
