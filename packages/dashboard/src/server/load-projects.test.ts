import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore } from "@epochal/store";
import { newSeed, seededRandom } from "@epochal/testing/random";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { loadProjects } from "./load-projects.ts";
import { loadStorage } from "./load-storage.ts";
import { loadVerdict } from "./load-verdict.ts";
import { store } from "./store.ts";

// It only stops a bundler from putting the server's code into a page.
vi.mock("server-only", () => ({}));

const seed = newSeed();
const folder = mkdtempSync(path.join(tmpdir(), "epochal-projects-"));
const keys = ["loss", "val_loss", "val_auc", "val_acc", "acc"];

beforeAll(async () => {
  vi.stubEnv("EPOCHAL_STORE", path.join(folder, "runs.db"));
  const random = seededRandom(seed);
  const writer = await openStore(path.join(folder, "runs.db"));
  for (let n = 0; n < 24; n++) {
    const project = `project ${n % 4}`;
    const run = await writer.startRun({ project, name: `run ${n}`, record: false });
    for (const key of keys) if (random() < 0.5) run.log({ [key]: random() }, { epoch: 0 });
    if (random() < 0.5) {
      const monitor = random() < 0.5 ? "val_loss" : "val_auc";
      const trace = { value: 1, best: 1, bestEpoch: 0, minDelta: 0, wait: 0, patience: 3 } as const;
      const mode = monitor === "val_loss" ? "min" : "max";
      run.event({ type: "early_stopping", epoch: 0, monitor, mode, improved: true, ...trace });
    }
    await run.finish();
  }
  // Each better than the one before it.
  for (let n = 0; n < 150; n++) {
    const startedAt = new Date(Date.UTC(2026, 0, 1) + n * 60_000);
    const run = await writer.startRun({ project: "steady", startedAt, record: false });
    run.log({ val_auc: n / 1000 }, { epoch: 0, at: startedAt });
    await run.finish();
  }
  await writer.close();
}, 120_000);

afterAll(async () => {
  await (await store()).close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test(`the best run of a card is the one that its page names first (seed ${seed})`, async () => {
  const { projects } = await loadProjects();
  expect(projects).toHaveLength(5);
  for (const { title, best } of projects) {
    const verdict = await loadVerdict({ project: title });
    if (best === undefined) {
      expect(verdict.headline).not.toMatch(/^Best:/);
      continue;
    }
    expect(verdict.metric?.key).toBe(best.key);
    expect(verdict.headline).toContain(`Best: ${best.name}`);
  }
});

test("very many records are thinned out, and the first and the last stay", async () => {
  const { projects } = await loadProjects();
  const { records = [] } = projects.find(({ title }) => title === "steady") ?? {};
  expect(records.length).toBeGreaterThan(30);
  expect(records.length).toBeLessThanOrEqual(61);
  expect([records[0]?.value, records.at(-1)?.value]).toEqual([0, 0.149]);
  expect(records.map(({ at }) => at)).toEqual(records.map(({ at }) => at).sort((a, b) => a - b));
});

test("what each project takes adds up to less than the file", async () => {
  const { bytes, projects, trash } = await loadStorage();
  const all = Object.values(projects);
  expect(all).toHaveLength(5);
  expect(Math.min(...all)).toBeGreaterThan(0);
  expect(all.reduce((sum, each) => sum + each, trash)).toBeLessThanOrEqual(bytes);
});
