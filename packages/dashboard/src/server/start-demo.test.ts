import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { answering } from "./gate/answering.ts";
import type { Viewer } from "./login/viewer.ts";
import { startDemo } from "./start-demo.ts";
import { store } from "./store.ts";

// It only stops a bundler from putting the server's code into a page.
vi.mock("server-only", () => ({}));

const folder = mkdtempSync(path.join(tmpdir(), "epochal-demo-"));
vi.stubEnv("EPOCHAL_STORE", path.join(folder, "runs.db"));

afterAll(async () => {
  await (await store()).close();
  delete (globalThis as Record<symbol, unknown>)[Symbol.for("@epochal/dashboard store")];
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const refused = { error: "The demo trains where nobody logs in." };

test("the demo gets a token at this machine alone: who logs in, or is unknown, hears why not", async () => {
  const as = (viewer: Viewer) => answering().run({ response: {} as never, viewer }, startDemo);
  expect(await as({ token: "ana", role: "write" })).toEqual(refused);
  expect(await as({ role: "read", projects: [] })).toEqual(refused);
  vi.stubEnv("EPOCHAL_LOGIN", "1");
  expect(await startDemo()).toEqual(refused);
  vi.stubEnv("EPOCHAL_LOGIN", undefined);
  expect(await startDemo()).toEqual({ token: expect.stringMatching(/./) });
});
