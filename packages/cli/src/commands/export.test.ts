import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type JournalRecord, parseRecord } from "@epochal/record";
import { openStore } from "@epochal/store";
import papaparse from "papaparse";
import { expect, test } from "vitest";
import { callEpochal } from "../../test/call-epochal.ts";
import { smallStore } from "../../test/small-store.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";

const hostile = 'a "quoted", key\u202e';

/** A store with one run whose key needs quotes, and so many steps of it. */
async function longRun(steps: number): Promise<string> {
  const location = path.join(temporaryFolder(), "runs.db");
  const store = await openStore(location);
  const run = await store.startRun({ project: "birds", name: "long", record: false });
  for (let step = 0; step < steps; step++) {
    run.log({ loss: step / 7, [hostile]: step % 3 === 0 ? Number.NaN : step }, { step });
    if (step % 2 === 0) run.log({ val_auc: 0.5 }, { step, epoch: step / 2 });
  }
  await run.finish();
  await store.close();
  return location;
}

test("CSV has a line a step and a column a key, epochs from 0, and values as they were logged", async () => {
  const store = await longRun(1_001);
  const { code, stdout } = await callEpochal(["export", "long", "--csv", "--store", store]);
  expect(code).toBe(0);
  const { data, meta } = papaparse.parse<Record<string, string>>(stdout, {
    header: true,
    skipEmptyLines: true,
  });
  const key = hostile.replace("\u202e", " ");
  expect(meta.fields).toEqual(["step", "epoch", "time", key, "loss", "val_auc"]);
  expect(data).toHaveLength(1_001);
  expect(data[0]).toMatchObject({ step: "0", epoch: "0", [key]: "NaN", val_auc: "0.5" });
  expect(data[5]).toMatchObject({
    step: "5",
    epoch: "",
    loss: String(5 / 7),
    [key]: "5",
    val_auc: "",
  });
  expect(new Date(data[7]?.time ?? "").getTime()).toBeGreaterThan(Date.now() - 600_000);
});

function recordOf(line: string): JournalRecord {
  const record = parseRecord(line);
  if (typeof record === "string") throw new Error(`${record}: ${line}`);
  return record;
}

test("JSONL is the format of the journal", async () => {
  const { location, ids } = await smallStore();
  const { code, stdout } = await callEpochal(["export", "odd", "--jsonl", "--store", location]);
  expect(code).toBe(0);
  const records = stdout.trimEnd().split("\n").map(recordOf);
  expect(records.map(({ type }) => type)).toEqual([
    "journal",
    "run",
    "series",
    "values",
    "values",
    "end",
  ]);
  expect(records[1]).toMatchObject({
    run: ids.odd,
    project: "fish",
    name: "odd",
    config: { units: 3 },
  });
  expect(records[4]).toMatchObject({ step: 1, epoch: 1, values: { mystery: "NaN" } });
});

test("whoever reads no further than the head ends it quietly", async () => {
  const store = await longRun(20_000);
  const bin = fileURLToPath(new URL("../../bin/epochal.js", import.meta.url));
  const child = spawn(process.execPath, [bin, "export", "long", "--csv", "--store", store]);
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk;
  });
  child.stdout.once("data", () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

test.each([[[]], [["--csv", "--jsonl"]]])("%j is exit code 2: it must be said how", async (how) => {
  const { code, stderr } = await callEpochal(["export", "long", ...how]);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: "epochal: say how, in one way: --csv, --jsonl or --json.\n",
  });
});
