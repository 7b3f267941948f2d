import path from "node:path";
import { garbled, sampleEvents } from "@epochal/testing/sample-events";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { openStore } from "../src/open-store.ts";
import { tempFolder } from "./temp-folder.ts";

it("reads a run whatever stands in its rows of events", async () => {
  const location = path.join(tempFolder(), "runs.db");
  const before = await openStore(location);
  const { id } = await before.startRun({ project: "birds", record: false });
  await before.close();
  const rows = [
    ...["", "{", "null", "7", '"text"', "[]", "{}", '{"type":7}'].map((json) => ["odd", json]),
    ...Object.values(sampleEvents).flatMap((event) => [
      [event.type, JSON.stringify(event)],
      ...garbled(event).map((odd) => [event.type, JSON.stringify(odd)]),
    ]),
  ];
  const db = new Database(location);
  const insert = db.prepare("INSERT INTO events VALUES (?, ?, 1, ?, ?)");
  db.transaction(() => {
    for (const [seq, [type, json]] of rows.entries()) insert.run(id, 100 + seq, type, json);
  })();
  db.close();
  const store = await openStore(location);
  const { events } = await store.getRun(id);
  await store.concludeRun(id);
  await store.close();
  expect(events).toHaveLength(rows.length);
  const told = events.map(({ event }) => event);
  for (const event of Object.values(sampleEvents)) expect(told).toContainEqual(event);
  expect(told[0]).toMatchObject({ type: "warning" });
});

it("refuses an event that lacks a field, by name, and goes on", async () => {
  const errors: string[] = [];
  const onError = ({ message }: Error) => errors.push(message);
  const store = await openStore(path.join(tempFolder(), "runs.db"), { onError });
  const run = await store.startRun({ project: "birds", record: false });
  const odd = [{ type: "request", request: { no: "text" } }, { type: "weights_restored" }];
  for (const event of odd) run.event(event as never);
  run.event(sampleEvents.note);
  const { events } = await store.getRun(run.id);
  await store.close();
  const told = [
    /"event request" was left out: its event request has a wrong request/,
    /"event weights_restored" was left out: its event weights_restored has no epoch/,
  ];
  for (const [i, text] of told.entries()) {
    expect(errors[i]).toMatch(text);
    expect(events[i]?.event).toMatchObject({
      type: "warning",
      message: expect.stringMatching(text),
    });
  }
  expect(events.slice(2).map(({ event }) => event.type)).toEqual(["note"]);
});

it("knows that training was stopped, also where the reason is no text", async () => {
  const store = await openStore(path.join(tempFolder(), "runs.db"), { onError: () => {} });
  const run = await store.startRun({ project: "birds", record: false });
  run.event({ type: "stopped_early", epoch: 1, reason: { no: "text" } } as never);
  await run.finish();
  const { status } = await store.getRun(run.id);
  await store.close();
  expect(status.state).toBe("stopped_early");
  expect(status.reason).toBeUndefined();
});

it("refuses an end whose reason is no text, and can still end", async () => {
  const store = await openStore(path.join(tempFolder(), "runs.db"));
  const run = await store.startRun({ project: "birds", record: false });
  const odd = run.finish({ state: "failed", reason: { no: "text" } as never });
  await expect(odd).rejects.toThrow("finish: reason must be text. Received: object");
  await run.finish({ state: "failed", reason: "a text" });
  const { status } = await store.getRun(run.id);
  await store.close();
  expect(status).toMatchObject({ state: "failed", reason: "a text" });
});
