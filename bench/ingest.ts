// How fast runs are taken in over HTTP, how long pages wait meanwhile, and whether anything is lost or doubled where the server is killed.
// node bench/ingest.ts [sqlite | postgres] [clients] [batches] [kills]; the dashboard must have been built.
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { processMs } from "./dashboard/start-dashboard.ts";
import { bodiesOf, scalarsOfBatch, sendRun } from "./ingest/client.ts";
import { countPoints, databases } from "./ingest/databases.ts";
import { askOnce, readPages } from "./ingest/read-pages.ts";
import { kill, serve, tokenOf } from "./ingest/serve.ts";

const [kind = "sqlite", ...counts] = process.argv.slice(2);
const [clients = 64, batches = 100, kills = 20] = counts.map(Number);
const folder = mkdtempSync(path.join(tmpdir(), "epochal-bench-"));
const newLocation = databases[kind]?.(folder);
if (newLocation === undefined) throw new Error(`${kind} is none of ${Object.keys(databases)}`);
const bodies = bodiesOf(batches);
const scalars = clients * batches * scalarsOfBatch;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const share = (sorted: readonly number[], of: number) =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? 0).toFixed(0);

/** Everything that was sent is there, once. */
async function check(location: string): Promise<void> {
  const { points, gaps } = await countPoints(location);
  console.log(`  ${points} of ${scalars} scalars are there, ${gaps} series have a gap`);
  if (points !== scalars || gaps !== 0) process.exitCode = 1;
}

async function sendAll(url: string, token: string, onTaken = () => {}): Promise<void> {
  const runs = Array.from({ length: clients }, (_, number) =>
    sendRun({ url, token, number, bodies, onTaken }),
  );
  await Promise.all(runs);
}

async function measureSpeed(location: string): Promise<void> {
  const token = await tokenOf(location);
  const server = await serve(location);
  await askOnce(server.url);
  const stop = readPages(server.url);
  const pid = server.process.pid ?? 0;
  const [before, own] = [processMs(pid), process.cpuUsage()];
  const since = performance.now();
  await sendAll(server.url, token);
  const seconds = (performance.now() - since) / 1_000;
  const cpuSeconds = (processMs(pid) - before) / 1_000;
  const { user, system } = process.cpuUsage(own);
  const load = loadavg()[0]?.toFixed(1);
  const waits = await stop();
  await kill(server);
  console.log(`${kind}: ${clients} clients, ${batches} batches of ${scalarsOfBatch} scalars each:`);
  console.log(`  ${Math.round(scalars / seconds)} scalars a second, at a load of ${load}`);
  console.log(
    `  ${Math.round(scalars / cpuSeconds)} a second of processor time of the server, reads included; the clients took ${((user + system) / 1e6).toFixed(1)} s`,
  );
  console.log(
    `  ${waits.length} reads meanwhile: half within ${share(waits, 0.5)} ms, 99 % within ${share(waits, 0.99)} ms`,
  );
  await check(location);
}

async function killServer(location: string): Promise<void> {
  const token = await tokenOf(location);
  let server = await serve(location);
  const { url } = server;
  const total = clients * batches;
  let taken = 0;
  let isOver = false;
  const sending = sendAll(url, token, () => taken++).finally(() => {
    isOver = true;
  });
  let killed = 0;
  while (!isOver && killed < kills) {
    // Spread over what is left to be sent, at a moment of no one's choice.
    const next = (total * (killed + Math.random())) / kills;
    while (!isOver && taken < next) await pause(5);
    if (isOver) break;
    await kill(server);
    killed++;
    server = await serve(location, new URL(url).port);
  }
  await sending;
  await kill(server);
  console.log(`the same, while the server is killed ${killed} times:`);
  await check(location);
}

await measureSpeed(await newLocation("speed"));
if (kills > 0) await killServer(await newLocation("kills"));
rmSync(folder, { recursive: true, force: true });
process.exit();
