import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import http, { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { connect } from "@epochal/callbacks";
import { openStore } from "@epochal/store";
import { syncOutboxes } from "@epochal/store/server";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { type OpenIngest, openIngest } from "../../../test/open-ingest.ts";

let ingest: OpenIngest;
let folder: string;

beforeAll(async () => {
  ingest = await openIngest();
});

afterAll(() => ingest.close());

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "epochal-machine-"));
  vi.stubEnv("EPOCHAL_OUTBOX", folder);
  vi.stubEnv("EPOCHAL_TOKEN", await ingest.token());
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const waiting = () =>
  readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith(".jsonl"));

async function stepsOf(id: string): Promise<readonly number[]> {
  const { step } = await ingest.store.readSeries({ run: id, key: "loss" });
  return [...step];
}

const upTo = (count: number) => Array.from({ length: count }, (_, step) => step);

it("records into a dashboard elsewhere, by the code that records into a file", async () => {
  const store = await openStore(ingest.url);
  const run = await store.startRun({ project: "birds", config: { units: 3 }, name: "first" });
  await run.track(() => {
    for (const step of upTo(500)) run.log({ loss: 1 / (step + 1) }, { step });
  });
  expect(await stepsOf(run.id)).toEqual(upTo(500));
  const { status, name, config, events } = await ingest.store.getRun(run.id);
  expect({ state: status.state, name, config }).toEqual({
    ...{ state: "finished", name: "first", config: { units: 3 } },
  });
  expect(events.some(({ event }) => event.type === "card")).toBe(true);
  await expect(store.listRuns()).rejects.toMatchObject({ code: "store_is_remote" });
  await expect(store.access.listTokens()).rejects.toMatchObject({ code: "store_is_remote" });
  await store.close();
  expect(waiting()).toEqual([]);
});

it("takes the address from the environment, and says that a token is missing", async () => {
  vi.stubEnv("EPOCHAL_URL", ingest.url);
  const store = await openStore();
  expect(store.location).toBe(ingest.url);
  await store.close();
  vi.stubEnv("EPOCHAL_TOKEN", "");
  await expect(openStore()).rejects.toThrow("give a token as EPOCHAL_TOKEN");
});

it("says once what a dashboard refuses, keeps it, and sends the other runs", async () => {
  vi.stubEnv("EPOCHAL_TOKEN", await ingest.token({ projects: ["birds"] }));
  const errors: string[] = [];
  const store = await openStore(ingest.url, { onError: ({ message }) => errors.push(message) });
  const refused = await store.startRun({ project: "fish" });
  const run = await store.startRun({ project: "birds" });
  for (const each of [refused, run]) each.log({ loss: 1 });
  await Promise.all([refused.finish(), run.finish()]);
  expect(await stepsOf(run.id)).toEqual([0]);
  await store.close();
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatch(/refuses a run: .* about the project fish/);
  expect(waiting()).toHaveLength(1);
});

it.each([
  ["a machine", () => openStore(ingest.url)],
  ["a page", () => connect({ url: ingest.url })],
])(
  "hears what somebody asks of a run of %s, once, with a place of its own to save to",
  async (_, open) => {
    const store = await open();
    const run = await store.startRun({ project: "birds" });
    const other = await store.startRun({ project: "birds" });
    await Promise.all([run.flush(), other.flush()]);
    const stop = await ingest.store.request(run.id, { want: "stop", by: "ana" });
    const save = await ingest.store.request(run.id, { want: "save_weights", by: "bo" });
    const heard: unknown[] = [];
    await vi.waitFor(() => {
      run.log({ loss: 1 });
      heard.push(...(run.takeRequests?.() ?? []));
      expect(heard.length).toBeGreaterThan(0);
    });
    for (let i = 0; i < 3; i++) {
      run.log({ loss: 1 });
      await run.flush();
      heard.push(...(run.takeRequests?.() ?? []));
    }
    const to = expect.stringMatching(`^${folder}.*/checkpoints/${run.id}$`);
    expect(heard).toEqual([
      { id: stop, want: "stop", by: "ana" },
      { id: save, want: "save_weights", by: "bo", folder: to },
    ]);
    expect(other.takeRequests?.()).toEqual([]);
    const place = { epoch: 0, outcome: "training stops after this epoch" };
    run.event({ type: "request", request: stop, want: "stop", by: "ana", ...place });
    await run.finish();
    const { requests } = await ingest.store.getRun(run.id);
    expect(requests.map(({ takenAt }) => takenAt !== undefined)).toEqual([true, false]);
    await store.close();
  },
);

it("takes the times of a clock that is wrong and is set back, and goes by its own", async () => {
  const day = 86_400_000;
  onTestFinished(() => void vi.useRealTimers());
  const truly = Date.now();
  vi.useFakeTimers({ toFake: ["Date"], now: truly + day });
  const store = await connect({ url: ingest.url });
  const run = await store.startRun({ project: "birds" });
  for (const step of upTo(10)) run.log({ loss: step }, { step, epoch: step });
  await run.flush();
  vi.useRealTimers();
  expect((await ingest.store.getRun(run.id)).status.state).toBe("running");
  vi.useFakeTimers({ toFake: ["Date"], now: truly - day });
  for (const step of upTo(10)) run.log({ loss: step }, { step: 10 + step, epoch: 10 + step });
  await run.finish();
  vi.useRealTimers();
  const { status, durationMs } = await ingest.store.getRun(run.id);
  expect([status.state, durationMs]).toEqual(["finished", 0]);
  expect(await stepsOf(run.id)).toEqual(upTo(20));
  await store.close();
});

const program = `
import { openStore } from "@epochal/store";
const store = await openStore(process.env.EPOCHAL_URL, { onError: () => {} });
const run = await store.startRun({ project: "birds" });
for (let step = 0; ; step++) {
  run.log({ loss: step }, { step });
  if (step === 2_000) console.log(run.id);
  if (step % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
}
`;

/** An address at which the dashboard cannot be reached until it is connected. */
async function lateDashboard() {
  const server = createServer((request, response) => {
    const headers = { ...request.headers, host: new URL(ingest.url).host };
    const { method } = request;
    const passed = http.request(`${ingest.url}${request.url}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    request.pipe(passed);
  });
  const listen = async (port: number) => {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  const close = () => new Promise((resolve) => server.close(resolve));
  await close();
  return { url: `http://127.0.0.1:${port}`, connect: () => listen(port), close };
}

it("sends later what a killed machine has kept, and twice or by two at once changes nothing", async () => {
  const { url, connect, close } = await lateDashboard();
  const child = spawn(
    process.execPath,
    ["--experimental-strip-types", "--input-type=module", "--eval", program],
    {
      cwd: import.meta.dirname,
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, EPOCHAL_URL: url },
    },
  );
  const id = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (chunk: Buffer) => resolve(String(chunk).trim()));
    child.on("exit", () => reject(new Error("the program has ended")));
  });
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("close", resolve));
  expect(waiting()).toHaveLength(1);
  const args = { onProblem: (words: string) => expect.fail(words) };
  const [early] = await syncOutboxes({ ...args, tries: 1 });
  expect(early).toMatchObject({ url, journals: 0, waiting: 1, fault: expect.any(String) });
  await connect();
  const [one, other] = await Promise.all([syncOutboxes(args), syncOutboxes(args)]);
  expect([...one, ...other].map(({ waiting: left }) => left)).toEqual([0, 0]);
  expect(waiting()).toEqual([]);
  // A long series comes back thinned: how many points there are it says by number.
  const { total, step } = await ingest.store.readSeries({ run: id, key: "loss" });
  expect(total).toBeGreaterThan(2_000);
  expect(total).toBe(Number(step.at(-1)) + 1);
  const { status } = await ingest.store.getRun(id);
  expect(status).toMatchObject({
    ...{ state: "closed", reason: "its program ended without saying how" },
  });
  expect(await syncOutboxes(args)).toMatchObject([{ journals: 0, waiting: 0 }]);
  await close();
});

it("goes on while the dashboard is away, and sends by itself when it is back", async () => {
  const { url, connect, close } = await lateDashboard();
  const errors: string[] = [];
  const store = await openStore(url, { onError: ({ message }) => errors.push(message) });
  const run = await store.startRun({ project: "birds" });
  for (const step of upTo(100)) run.log({ loss: step }, { step });
  await vi.waitFor(() => expect(errors).toHaveLength(1), { timeout: 20_000 });
  expect(errors[0]).toContain("does not take in what is logged");
  await connect();
  await run.finish();
  expect(await stepsOf(run.id)).toEqual(upTo(100));
  await store.close();
  expect(errors).toHaveLength(1);
  await close();
});
