import { expect, it } from "vitest";
import { parseRecord } from "./parse-record.ts";

const writer = { host: "atlas", bootId: "b", pid: 1 };

function nested(levels: number): Record<string, unknown> {
  return levels === 0 ? {} : { in: nested(levels - 1) };
}

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

it.each<Record<string, unknown>>([
  { type: "journal", version: 1, at: 1, writer: writer },
  start,
  { ...start, name: "n", tags: ["a"] },
  { type: "values", run: "r", at: 1, step: 0, values: { loss: 1, auc: "NaN" } },
  { type: "values", run: "r", at: 1, step: 5, epoch: 0.5, values: {} },
  { type: "series", run: "r", at: 1, series: {} },
  { type: "event", run: "r", at: 1, event: { type: "of a newer version", any: ["thing"] } },
  { type: "values", run: "r", at: 1, step: 0, values: { constructor: 1 }, newer: [{}] },
  { ...start, writer: { kind: "page", journal: "j" }, config: nested(60) },
  { type: "resume", run: "r", at: 1, segment: 1, writer: {} },
  { type: "request", run: "r", at: 1, id: "q", want: "stop", by: "ana" },
  { type: "event", run: "r", at: 1, event: { type: "warning", message: "m" } },
  { type: "end", run: "r", at: 1, state: "failed", reason: "why" },
])("reads a record of the type $type", (record) => {
  expect(parseRecord(JSON.stringify(record))).toEqual(record);
});

const values = { type: "values", run: "r", at: 1, step: 0, values: {} };

it.each<[string | Record<string, unknown>, string]>([
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
  [{ ...start, writer: [] }, "its writer is unknown"],
  [{ ...start, writer: undefined }, "its writer is unknown"],
  [{ ...start, writer: { ...writer, pid: 0.5 } }, "its writer is unknown"],
  [{ ...start, tags: Array(201).fill("t") }, "it has more than 200 tags"],
  [{ ...start, config: nested(150) }, "it is nested deeper than 100 levels"],
  [{ ...values, values: { auc: "high" } }, "its value of auc is not a number"],
  [{ ...values, values: { constructor: {} } }, "its value of constructor is not a number"],
  [{ ...values, values: { ["k".repeat(501)]: 1 } }, "a key of it has 501 characters"],
  [{ ...values, type: "series", series: { auc: {} } }, "what it says of auc is no description"],
  [{ ...values, type: "event", event: { type: "note", by: "ana" } }, "its event note has no text"],
  [
    { ...values, type: "event", event: { type: "warning", message: "m".repeat(4_000_000) } },
    "it is longer than 4000000 characters",
  ],
  [{ ...values, type: "request" }, "it has no id"],
  [{ ...values, type: "request", id: "q", want: "sing" }, "what it wants is unknown"],
  [{ ...values, type: "request", id: "q", want: "stop" }, "nobody asks for it"],
  [{ ...values, type: "resume", segment: 0 }, "its segment is no number"],
  [{ type: "journal", version: 1, at: 1 }, "its writer is unknown"],
])("says why %j is no record", (record, why) => {
  expect(parseRecord(typeof record === "string" ? record : JSON.stringify(record))).toBe(why);
});
