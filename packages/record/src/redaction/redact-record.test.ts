import { expect, test } from "vitest";
import type { RunEvent } from "../events/run-event.ts";
import type { JournalRecord } from "../records/journal-record.ts";
import { redactRecord } from "./redact-record.ts";

test.each([
  {},
  { card: null },
  { card: "odd" },
  { card: [1, ["x"]] },
  { card: { code: null, seed: 7 } },
  { card: { code: "odd" } },
  { card: { code: { diff: 7, commit: ["x"] } } },
  { card: { versions: null, code: { diff: "+const units = 64;", commit: "00c18f3" } } },
])("a card of any form is read: %j", (parts) => {
  const event = { type: "card", ...parts } as unknown as RunEvent;
  const record: JournalRecord = { type: "event", run: "r", at: 0, event };
  expect(redactRecord(record)).toEqual(record);
});
