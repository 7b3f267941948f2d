import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { store } from "./store.ts";
import { watchChanges } from "./watch-changes.ts";

// It only stops a bundler from putting the server's code into a page.
vi.mock("server-only", () => ({}));

const folder = mkdtempSync(path.join(tmpdir(), "epochal-watch-"));

beforeAll(() => {
  process.env.EPOCHAL_STORE = path.join(folder, "runs.db");
});

afterAll(async () => {
  await (await store()).close();
  rmSync(folder, { recursive: true, force: true });
});

async function startRun(): Promise<string> {
  const run = await (await store()).startRun({ project: "birds", record: false });
  await run.finish();
  return run.id;
}

async function readUntil(stream: ReadableStream<Uint8Array>, wanted: string): Promise<string> {
  const reader = stream.getReader();
  const text = new TextDecoder();
  let said = "";
  while (!said.includes(wanted)) {
    const { done, value } = await reader.read();
    if (done) break;
    said += text.decode(value);
  }
  reader.releaseLock();
  return said;
}

test("pages that leave at any moment disturb nobody, and nothing is left of them", async () => {
  const id = await startRun();
  const leaving = Array.from({ length: 50 }, () => new AbortController());
  const streams = leaving.map(({ signal }) => watchChanges(0, signal));
  const staying = new AbortController();
  const stayed = watchChanges(undefined, staying.signal);
  for (const [n, page] of leaving.entries()) {
    if (n % 3 === 0) page.abort();
    else if (n % 3 === 1) await streams[n]?.cancel();
    else {
      await readUntil(streams[n] as ReadableStream<Uint8Array>, id);
      page.abort();
    }
  }
  const later = await startRun();
  expect(await readUntil(stayed, later)).toContain(`"${later}"`);
  staying.abort();
  const { done } = await stayed.getReader().read();
  expect(done).toBe(true);
});

test("a page that was gone before it was answered gets an ended stream", async () => {
  const page = new AbortController();
  page.abort();
  const { done } = await watchChanges(0, page.signal).getReader().read();
  expect(done).toBe(true);
});
