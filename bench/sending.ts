// How fast runs are taken in over HTTP, how long pages wait meanwhile, and whether anything is lost or doubled where the server is killed.
// node bench/sending.ts [clients] [batches] [kills]; the dashboard must have been built.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { openStore } from "@epochal/store";
import Database from "better-sqlite3";
import { processMs } from "./dashboard/start-dashboard.ts";
import { scalarsOfBatch, sendRun } from "./sending/client.ts";

const [clients, batches, kills] = [64, 100, 20].map((usual, i) =>
  Number(process.argv[i + 2] ?? usual),
) as [number, number, number];
const command = fileURLToPath(new URL("../packages/cli/bin/epochal.js", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "epochal-bench-"));

interface Server {
  readonly url: string;
  readonly process: ChildProcess;
}

function start(store: string, port: string): Promise<Server> {
  const args = [command, "--store", store, "--port", port];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(String(chunk))?.[0];
      if (url) resolve({ url, process: child });
    });
    child.on("exit", (code) => reject(new Error(`epochal ended with code ${code}`)));
  });
}

async function tokenOf(location: string): Promise<string> {
  const store = await openStore(location);
  const { secret } = await store.access.createToken({ name: "bench", role: "write" });
  await store.close();
  return secret;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const share = (sorted: readonly number[], of: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? 0;

/** Asks what an open page asks, about ten times a second, until the returned function is called. */
function read(url: string): () => Promise<readonly number[]> {
  const waits: number[] = [];
  let isOver = false;
  const asks = [
    "/api/runs?project=sent&metric=key_0",
    "/api/series?project=sent&keys=key_0&ids=run-0&ids=run-1",
    "/api/projects",
    "/api/facets?project=sent",
  ];
  const reading = (async () => {
    for (let i = 0; !isOver; i++) {
      const since = performance.now();
      const answer = await fetch(url + (asks[i % asks.length] ?? ""));
      await answer.arrayBuffer();
      waits.push(performance.now() - since);
      await pause(100);
    }
  })();
  return async () => {
    isOver = true;
    await reading;
    return waits.sort((a, b) => a - b);
  };
}

/** Everything that was sent is there, once. */
function check(location: string): void {
  const db = new Database(location, { readonly: true });
  const count = db.prepare<[], number>("SELECT count(*) FROM points").pluck().get();
  const steps = db
    .prepare<[], number>("SELECT count(*) FROM series WHERE n <> last_step + 1")
    .pluck()
    .get();
  db.close();
  const wanted = clients * batches * scalarsOfBatch;
  console.log(`  ${count} of ${wanted} scalars are there, ${steps} series have a gap`);
  if (count !== wanted || steps !== 0) process.exitCode = 1;
}

async function sendAll(url: () => string, token: string, onTaken: () => void): Promise<void> {
  await Promise.all(
    Array.from({ length: clients }, (_, number) =>
      sendRun({ url, token, number, batches, onTaken }),
    ),
  );
}

async function measureSpeed(): Promise<void> {
  const location = path.join(folder, "speed.db");
  const token = await tokenOf(location);
  const server = await start(location, "0");
  const stop = read(server.url);
  const pid = server.process.pid ?? 0;
  const before = processMs(pid);
  const since = performance.now();
  await sendAll(
    () => server.url,
    token,
    () => {},
  );
  const seconds = (performance.now() - since) / 1_000;
  const cpuSeconds = (processMs(pid) - before) / 1_000;
  const waits = await stop();
  server.process.removeAllListeners("exit").kill("SIGKILL");
  const scalars = clients * batches * scalarsOfBatch;
  console.log(`${clients} clients, ${batches} batches of ${scalarsOfBatch} scalars each:`);
  console.log(
    `  ${Math.round(scalars / seconds)} scalars a second; ${Math.round(scalars / cpuSeconds)} a second of processor time of the server, reads included`,
  );
  console.log(
    `  ${waits.length} reads meanwhile: half within ${share(waits, 0.5).toFixed(0)} ms, 99 % within ${share(waits, 0.99).toFixed(0)} ms`,
  );
  check(location);
}

async function killServer(): Promise<void> {
  const location = path.join(folder, "kills.db");
  const token = await tokenOf(location);
  let server = await start(location, "0");
  const { port } = new URL(server.url);
  const total = clients * batches;
  let taken = 0;
  let isOver = false;
  const sending = sendAll(
    () => server.url,
    token,
    () => taken++,
  ).finally(() => {
    isOver = true;
  });
  let killed = 0;
  while (!isOver && killed < kills) {
    // Spread over what is left to be sent, at a moment of no one's choice.
    const next = (total * (killed + Math.random())) / kills;
    while (!isOver && taken < next) await pause(5);
    if (isOver) break;
    const { process: child } = server;
    const gone = new Promise((resolve) => child.removeAllListeners("exit").once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
    killed++;
    server = await start(location, port);
  }
  await sending;
  server.process.removeAllListeners("exit").kill("SIGKILL");
  console.log(`the same, while the server is killed ${killed} times:`);
  check(location);
}

await measureSpeed();
await killServer();
rmSync(folder, { recursive: true, force: true });
