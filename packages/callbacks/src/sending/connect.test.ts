import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { newSeed, seededRandom } from "@epochal/testing/random";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { IngestServer, type OddAnswer } from "../../test/ingest-server.ts";
import { connect } from "./connect.ts";

let server: IngestServer;
let url: string;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "epochal-outbox-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(async () => {
  vi.stubEnv("EPOCHAL_OUTBOX", folder);
  server = new IngestServer();
  url = await server.listen();
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

const files = () =>
  readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith(".jsonl"));

it("records a run as a store does, and keeps nothing here when it is sent", async () => {
  const store = await connect({ url: `${url}/projects?x=1`, token: "secret" });
  expect(store.projects).toEqual(["birds"]);
  const run = await store.startRun({ config: { units: 32 }, tags: ["a"] });
  expect(files()).toHaveLength(1);
  run.describe({
    loss: { metric: "loss", split: "train", kind: "loss", direction: "min", per: "epoch" },
  });
  await run.track(() => {
    for (let epoch = 0; epoch < 3; epoch++) run.log({ loss: 1 / (epoch + 1) }, { epoch });
    run.event({ type: "note", text: "größe ✓", by: "me" });
  });
  const records = server.records();
  expect(records.map(({ type }) => type)).toEqual([
    ...["journal", "run", "event", "series", "values", "values", "values", "event", "end"],
  ]);
  expect(records[1]).toMatchObject({ project: "birds", config: { units: 32 }, tags: ["a"] });
  expect(records.at(-1)).toMatchObject({ state: "finished", run: run.id });
  await vi.waitFor(() => expect(files()).toEqual([]));
  await store.close();
});

it("says what is wrong with an address or a token", async () => {
  await expect(connect({ url, token: "wrong" })).rejects.toThrow(
    /does not take the token: This token is unknown\. .*epochal token create/,
  );
  await expect(connect({ url: "http://127.0.0.1:9", token: "t" })).rejects.toThrow(
    "http://127.0.0.1:9 cannot be reached",
  );
  await expect(connect({ url: "runs.db", token: "t" })).rejects.toThrow("url must be the address");
  await expect(connect({ url, token: "two words" })).rejects.toThrow("token must be the text");
  await expect(connect({ url })).rejects.toThrow("token must be given");
  await expect(connect({ urls: url } as never)).rejects.toThrow("Did you mean url?");
  const store = await connect({ url, token: "secret" });
  await expect(store.startRun({ project: "fish" })).rejects.toThrow(
    "project must be one that the token may write",
  );
  await expect(store.startRun({ projekt: "birds" } as never)).rejects.toThrow("Did you mean");
  await store.close();
});

const seed = newSeed();

it(`sends each line once, in order, whatever the server answers (seed ${seed})`, async () => {
  const random = seededRandom(seed);
  const odd: readonly OddAnswer[] = [
    { status: 0 },
    { status: 0, takesIn: true },
    { status: 500, takesIn: true, body: "<html>" },
    { status: 429, headers: { "retry-after": "0" } },
    { status: 503, headers: { "retry-after": "0" } },
    { status: 401 },
    { status: 200, body: "[]" },
    { status: 404 },
  ];
  const store = await connect({ url, token: "secret" });
  const left = [...odd].sort(() => random() - 0.5);
  server.odd = () => (random() < 0.6 ? left.pop() : undefined);
  const warnings: string[] = [];
  const hear = (warning: Error) => void warnings.push(warning.message);
  process.on("warning", hear);
  const run = await store.startRun({ project: "birds" });
  // As if the network came back again and again: the pauses are not what is tested here.
  const waking = setInterval(() => run.wake(), 10);
  onTestFinished(() => clearInterval(waking));
  const steps = 2_000;
  for (let step = 0; step < steps; step++) {
    run.log({ loss: random(), größe: step }, { step });
    if (random() < 0.01) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await run.finish();
  server.odd = () => undefined;
  await run.flush();
  process.off("warning", hear);
  const values = server.records().flatMap((each) => (each.type === "values" ? [each.step] : []));
  expect(values).toEqual(Array.from({ length: steps }, (_, step) => step));
  expect(warnings.every((words) => words.includes("does not take in what is logged"))).toBe(true);
  await store.close();
});

it("gives up a run that is refused for ever, says so once, and lets training go on", async () => {
  const store = await connect({ url, token: "secret" });
  server.odd = () => ({ status: 403, body: '{"error":"This token may not write birds."}' });
  const warned = new Promise<string>((resolve) =>
    process.once("warning", ({ message }) => resolve(message)),
  );
  const run = await store.startRun({ project: "birds" });
  expect(await warned).toMatch(/refuses what is logged: This token may not write birds\./);
  expect(await run.track(() => 5)).toBe(5);
  expect(files()).toEqual([]);
});

it("goes on without a dashboard, and the next program sends what this one left", async () => {
  const { port } = new URL(url);
  await server.close();
  const store = await connect({ url, token: "secret", check: false });
  const run = await store.startRun({ project: "birds" });
  for (let step = 0; step < 10; step++) run.log({ loss: step });
  expect(files()).toHaveLength(1);
  server = new IngestServer();
  await server.listen(Number(port));
  run.wake();
  await run.finish();
  expect(server.records().filter(({ type }) => type === "values")).toHaveLength(10);
});
