import { appendFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { encodeRecord } from "@epochal/record";
import { expect, it, onTestFinished, vi } from "vitest";
import { openQuickly } from "./open-quickly.ts";
import { tempFolder } from "./temp-folder.ts";

const wait = { timeout: 30_000, interval: 100 };

it("a run of a page stalls by silence and runs again when it is heard of, and is never called killed", async () => {
  const folder = tempFolder();
  const journal = path.join(folder, "journal");
  mkdirSync(journal);
  const writer = { kind: "page", journal: "page" };
  const write = (...lines: string[]) =>
    appendFileSync(path.join(journal, "page.000000.jsonl"), lines.join(""));
  const log = (step: number) =>
    encodeRecord({ type: "values", run: "r", at: Date.now(), step, values: { loss: step } });
  const start = { project: "p", config: {}, tags: [], notes: "" };
  write(
    encodeRecord({ type: "journal", version: 1, at: Date.now(), writer }),
    encodeRecord({ type: "run", run: "r", at: Date.now(), ...start, writer }),
    log(0),
  );
  const store = await openQuickly(path.join(folder, "runs.db"));
  onTestFinished(() => store.close());
  const seen = new Set<string>();
  const status = async () => {
    const { runs } = await store.listRuns();
    if (runs[0] !== undefined) seen.add(runs[0].status.state);
    return runs[0]?.status;
  };
  const reason = expect.stringContaining("it ran in a page, which cannot be asked from here");
  const stalled = { state: "stalled", reason };
  await vi.waitFor(async () => expect(await status()).toMatchObject(stalled), wait);
  write(log(1));
  await vi.waitFor(async () => expect(await status()).toMatchObject({ state: "running" }), wait);
  await vi.waitFor(async () => expect(await status()).toMatchObject(stalled), wait);
  expect([...seen].sort()).toEqual(["running", "stalled"]);
  expect((await store.getRun("r")).series[0]?.count).toBe(2);
}, 120_000);
