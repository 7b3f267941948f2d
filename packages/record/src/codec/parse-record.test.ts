import { expect, it } from "vitest";
import { parseRecord } from "./parse-record.ts";

const writer = { host: "atlas", bootId: "b", pid: 1 };

const start = {
  type: "run",
  run: "r",
  at: 1,
  project: "p",
  config: {},
  tags: [],
  notes: "",
  writer,
};

it.each([
  { type: "journal", version: 1, at: 1, writer: writer },
  start,
  { ...start, name: "n", tags: ["a"] },
  { type: "values", run: "r", at: 1, step: 0, values: { loss: 1, auc: "NaN" } },
  { type: "values", run: "r", at: 1, step: 5, epoch: 0.5, values: {} },
  { type: "series", run: "r", at: 1, series: {} },
  { type: "event", run: "r", at: 1, event: { type: "warning", message: "m" } },
  { type: "end", run: "r", at: 1, state: "failed", reason: "why" },
])("reads a record of the type $type", (record) => {
  expect(parseRecord(JSON.stringify(record))).toEqual(record);
});

const values = { type: "values", run: "r", at: 1, step: 0, values: {} };

it.each([
  ["", "it is not JSON"],
  ['{"type":"values","run":', "it is not JSON"],
  ["null", "it is not an object"],
  ["[1]", "it is not an object"],
  [{ type: "journal", version: 2 }, "its format 2 is unknown"],
  [{ ...values, run: undefined }, "it names no run"],
  [{ ...values, run: "" }, "it names no run"],
  [{ ...values, run: "r".repeat(1000) }, "it names no run"],
  [{ ...values, at: "now" }, "it has no time"],
  [{ ...values, step: 0.5 }, "its step is not a whole number"],
  [{ ...values, step: -1 }, "its step is not a whole number"],
  [{ ...values, step: 1e300 }, "its step is not a whole number"],
  [{ ...values, epoch: "1" }, "its epoch is bad"],
  [{ ...values, values: [1] }, "it has no values"],
  [{ ...values, type: "series" }, "it has no series"],
  [{ ...values, type: "event", event: 1 }, "it has no event"],
  [{ ...values, type: "end", state: "great" }, "its end state is unknown"],
  [{ ...values, type: "end", state: "failed", reason: 1 }, "its reason is not text"],
  [{ ...values, type: "future" }, 'its type "future" is unknown'],
  [{ ...values, type: undefined }, "its type undefined is unknown"],
  [{ ...start, project: "" }, "it names no project"],
  [{ ...start, name: 1 }, "its name is not text"],
  [{ ...start, config: [] }, "its config is not an object"],
  [{ ...start, tags: [1] }, "its tags are not a list of text"],
  [{ ...start, notes: null }, "its notes are not text"],
  [{ ...start, writer: {} }, "its writer is unknown"],
])("says why %j is no record", (record, why) => {
  expect(parseRecord(typeof record === "string" ? record : JSON.stringify(record))).toBe(why);
});
