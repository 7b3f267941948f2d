// Several machines, a server that goes and comes back, and processes that are killed.
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import pg from "pg";
import { expect, it, onTestFinished } from "vitest";
import { openStore } from "../src/index.ts";
import { newPostgres, testServer } from "./new-postgres.ts";
import { runProgram } from "./run-program.ts";
import { tempFolder } from "./temp-folder.ts";

const server = await testServer();

it("several machines make one new store at once, and record into it, each value once", async () => {
  const name = `fresh${process.pid}`;
  server.ask(`CREATE DATABASE ${name} OWNER epochal`);
  const url = server.url(name);
  const steps = 3_000;
  const machines = ["atlas", "bo", "cy"].map((machine) =>
    runProgram("record-on-server.ts", [url, machine, String(steps)], { cwd: tempFolder() }),
  );
  for (const { code, stdout, stderr } of await Promise.all(machines.map(({ ended }) => ended))) {
    expect(stderr).toBe("");
    expect([code, stdout]).toEqual([0, "records\n[]"]);
  }
  const store = await openStore(url, { create: false });
  onTestFinished(() => store.close());
  const { runs } = await store.listRuns({ order: "name" });
  expect(runs.map((run) => [run.name, run.status.state])).toEqual(
    ["atlas", "bo", "cy"].map((machine) => [machine, "finished"]),
  );
  for (const { series } of runs) expect(series.map(({ count }) => count)).toEqual([steps, steps]);
});

it("what a killed process has logged is there, once, when its machine opens the store again", async () => {
  const [url, home] = [newPostgres(), tempFolder()];
  const program = runProgram("record-on-server.ts", [url, "killed", "1000000"], { cwd: home });
  await program.printed("records");
  const reader = await openStore(url);
  onTestFinished(() => reader.close());
  const countOf = async () => (await reader.listRuns()).runs[0]?.series[0]?.count ?? 0;
  await expect.poll(countOf, { timeout: 60_000 }).toBeGreaterThan(1_000);
  program.child.kill("SIGKILL");
  await program.ended;
  const again = runProgram("record-on-server.ts", [url, "after", "10"], { cwd: home });
  expect((await again.ended).code).toBe(0);
  const killed = async () => (await reader.listRuns({ where: "name = killed" })).runs[0];
  await expect.poll(async () => (await killed())?.status.state, { timeout: 60_000 }).toBe("killed");
  const run = await killed();
  const count = run?.series[0]?.count ?? 0;
  expect(run?.series.map((series) => [series.count, series.last?.step])).toEqual([
    [count, count - 1],
    [count, count - 1],
  ]);
});

it("a server that is away stops nothing, and gets all when it is back", async () => {
  const target = new URL(newPostgres());
  const way = new Way(Number(target.port));
  onTestFinished(() => way.end());
  target.port = String(await way.open());
  const told: string[] = [];
  const home = tempFolder();
  const before = process.cwd();
  process.chdir(home);
  const store = await openStore(target.href, { onError: ({ message }) => told.push(message) });
  process.chdir(before);
  onTestFinished(() => store.close());
  const run = await store.startRun({ project: "birds", record: false });
  for (let step = 0; step < 100; step++) run.log({ loss: step }, { step });
  expect((await store.getRun(run.id)).series[0]?.count).toBe(100);
  await way.close();
  for (let step = 100; step < 200; step++) run.log({ loss: step }, { step });
  await expect.poll(() => told.length, { timeout: 60_000 }).toBeGreaterThan(0);
  for (let step = 200; step < 300; step++) run.log({ loss: step }, { step });
  await expect(store.listRuns()).rejects.toMatchObject({ code: "store_busy" });
  await way.open();
  await run.finish();
  const { series, status } = await store.getRun(run.id);
  expect([series[0]?.count, status.state]).toEqual([300, "finished"]);
  expect(told.join("\n")).not.toContain(target.password);
});

it("a read that the server holds up holds up no other; when its connection is ended it says so, and the next is answered", async () => {
  const url = newPostgres();
  const store = await openStore(url);
  onTestFinished(() => store.close());
  const run = await store.startRun({ project: "birds", record: false });
  run.log({ loss: 1 }, { step: 0 });
  await run.finish();
  const holder = new pg.Client(url);
  await holder.connect();
  onTestFinished(() => holder.end());
  await holder.query("BEGIN; LOCK TABLE epochal.points IN ACCESS EXCLUSIVE MODE");
  let said: { readonly code?: string; readonly message?: string } | undefined;
  store.readSeries({ run: run.id, key: "loss" }).catch((error) => {
    said = error;
  });
  expect((await store.listRuns()).runs.map(({ project }) => project)).toEqual(["birds"]);
  expect(await store.access.listTokens()).toEqual([]);
  expect(said).toBeUndefined();
  const database = new URL(url).pathname.slice(1);
  const end = () => {
    server.ask(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}' AND wait_event_type = 'Lock'`,
    );
    return said?.message;
  };
  await expect
    .poll(end, { timeout: 60_000 })
    .toContain("cannot be reached: terminating connection");
  expect(said?.code).toBe("store_busy");
  await holder.query("COMMIT");
  expect((await store.readSeries({ run: run.id, key: "loss" })).total).toBe(1);
});

/** The way to a server, which can be closed and opened again at the same port. In a thread of its own: who reads waits in this one. */
class Way {
  readonly #worker: Worker;

  constructor(to: number) {
    this.#worker = new Worker(new URL("./programs/way.ts", import.meta.url), {
      workerData: { to },
    });
  }

  async open(): Promise<number> {
    this.#worker.postMessage("open");
    const [port] = (await once(this.#worker, "message")) as [number];
    return port;
  }

  async close(): Promise<void> {
    this.#worker.postMessage("close");
    await once(this.#worker, "message");
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
