import { cpSync, existsSync, rmSync, truncateSync } from "node:fs";
import path from "node:path";
import { expect, it, vi } from "vitest";
import { openStore } from "../src/index.ts";
import { tempFolder } from "./temp-folder.ts";

async function train(location: string, points: number): Promise<void> {
  const store = await openStore(location);
  const run = await store.startRun({ project: "birds", record: false });
  for (let step = 0; step < points; step++) run.log({ loss: step }, { step });
  await run.finish();
  await store.close();
}

/** What is told of a store when it is opened. */
async function toldOf(location: string, isTold: boolean): Promise<string[]> {
  const told: string[] = [];
  const store = await openStore(location, { onError: ({ message }) => told.push(message) });
  await vi.waitFor(() => store.listRuns(), 20_000);
  if (isTold) await vi.waitFor(() => expect(told).not.toEqual([]), 20_000);
  await store.close();
  return told;
}

async function trained() {
  const location = path.join(tempFolder(), "runs.db");
  await train(location, 300);
  const copy = path.join(tempFolder(), "runs.db");
  cpSync(location, copy);
  await train(location, 500);
  return { location, copy };
}

it("says by number what a database lacks that was replaced by an older copy, until it is told not to", async () => {
  const { location, copy } = await trained();
  expect(await toldOf(location, false)).toEqual([]);
  cpSync(copy, location);
  for (let i = 0; i < 2; i++) {
    const [told, ...more] = await toldOf(location, true);
    expect(told).toContain("holds 300 points, and 800 had been folded into it by 20");
    expect(told).toContain("500 are missing");
    expect(more).toEqual([]);
  }
  rmSync(`${location}.folded`);
  expect(await toldOf(location, false)).toEqual([]);
});

it.each([
  ["removed", (location: string) => rmSync(location)],
  ["emptied", (location: string) => truncateSync(location)],
])("says once of a database that was %s what it held", async (_what, lose) => {
  const { location } = await trained();
  lose(location);
  const [told] = await toldOf(location, true);
  expect(told).toContain("holds 0 points, and 800 had been folded into it");
  expect(existsSync(`${location}.folded`)).toBe(false);
  expect(await toldOf(location, false)).toEqual([]);
});
