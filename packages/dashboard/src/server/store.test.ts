import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

// It only stops a bundler from putting the server's code into a page.
vi.mock("server-only", () => ({}));

/** A copy of the module as another bundle, or the next hot reload, has it: with a store package of its own. */
async function bundle() {
  vi.resetModules();
  return import("./store.ts");
}

const folders: string[] = [];
const before = process.env.EPOCHAL_STORE;

function newLocation(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "epochal-server-store-"));
  folders.push(folder);
  return path.join(folder, "runs.db");
}

beforeEach(() => {
  process.env.EPOCHAL_STORE = newLocation();
});

afterEach(async () => {
  const { store } = await bundle();
  await (await store().catch(() => undefined))?.close();
  delete (globalThis as Record<symbol, unknown>)[Symbol.for("@epochal/dashboard store")];
  if (before === undefined) delete process.env.EPOCHAL_STORE;
  else process.env.EPOCHAL_STORE = before;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const descriptors = () => readdirSync("/proc/self/fd").length;

test("bundles, and hot reloads, share one store", async () => {
  const { store } = await bundle();
  const first = await store();
  await first.listRuns();
  for (let n = 0; n < 5; n++) {
    const other = await bundle();
    expect(await other.store()).toBe(first);
    await (await other.store()).listRuns();
  }
});

test("all who ask while it is being opened get one store", async () => {
  const [one, two] = [await bundle(), await bundle()];
  const stores = await Promise.all([one.store(), two.store(), one.store(), two.store()]);
  expect(new Set(stores).size).toBe(1);
});

test("a store of another location takes its place, and the one before is closed", async () => {
  const { store } = await bundle();
  const first = await store();
  process.env.EPOCHAL_STORE = newLocation();
  const second = await (await bundle()).store();
  expect(second).not.toBe(first);
  expect(second.location).toBe(process.env.EPOCHAL_STORE);
  await expect(first.listRuns()).rejects.toThrow("is closed");
});

test.runIf(process.platform === "linux")(
  "a file that cannot be opened is tried again, and leaves no descriptor behind",
  async () => {
    process.env.EPOCHAL_STORE = "/dev/null/runs.db";
    const { store } = await bundle();
    await expect(store()).rejects.toThrow();
    const open = descriptors();
    for (let n = 0; n < 20; n++) await expect(store()).rejects.toThrow();
    expect(descriptors()).toBeLessThanOrEqual(open);
    process.env.EPOCHAL_STORE = newLocation();
    expect(await (await store()).listRuns()).toEqual({ runs: [], total: 0 });
  },
);
