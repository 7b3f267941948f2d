import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Change, changes } from "./changes.ts";
import { store } from "./store.ts";

// It only stops a bundler from putting the server's code into a page.
vi.mock("server-only", () => ({}));

const folder = mkdtempSync(path.join(tmpdir(), "epochal-changes-"));

beforeAll(() => {
  process.env.EPOCHAL_STORE = path.join(folder, "runs.db");
});

afterAll(async () => {
  await (await store()).close();
  rmSync(folder, { recursive: true, force: true });
});

async function startRun(): Promise<string> {
  const run = await (await store()).startRun({ project: "birds" });
  run.log({ loss: 1 });
  await run.finish();
  return run.id;
}

const idsOf = (heard: readonly Change[]) => heard.flatMap(({ runs }) => runs);

test("a listener hears of a run that is recorded while it listens", async () => {
  const earlier = await startRun();
  const heard: Change[] = [];
  const unlisten = await changes().listen(undefined, (change) => heard.push(change));
  const id = await startRun();
  await vi.waitFor(() => expect(idsOf(heard)).toContain(id), 20_000);
  expect(idsOf(heard)).not.toContain(earlier);
  unlisten();
});

test("what happened since the revision a page shows is told at once", async () => {
  const { revision } = await (await store()).listChanges();
  const id = await startRun();
  const heard: Change[] = [];
  const unlisten = await changes().listen(revision, (change) => heard.push(change));
  unlisten();
  expect(idsOf(heard)).toEqual([id]);
  expect(heard[0]?.revision).toBeGreaterThan(revision);
});

test("one listener that leaves does not end the others", async () => {
  const heard: Change[] = [];
  const [unlisten, leave] = await Promise.all([
    changes().listen(undefined, (change) => heard.push(change)),
    changes().listen(undefined, () => {}),
  ]);
  leave();
  const id = await startRun();
  await vi.waitFor(() => expect(idsOf(heard)).toContain(id), 20_000);
  unlisten();
});
