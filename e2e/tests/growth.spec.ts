// The server does not grow: by what is asked of it, by what changes, or by pages that come and go.
import { readdirSync, readFileSync } from "node:fs";
import { openStore } from "@epochal/store";
import { type Dashboard, expect, test } from "../dashboard.ts";
import { seedRuns } from "../seed-runs.ts";

interface Size {
  readonly descriptors: number;
  readonly threads: number;
  readonly megabytes: number;
  /** Processor time spent so far. */
  readonly cpuMs: number;
}

const proc = (pid: number, file: string) => readFileSync(`/proc/${pid}/${file}`, "utf8");

/** The process that serves: the last of those that the command starts. */
function serverOf({ process: { pid } }: Dashboard): number {
  let server = pid ?? 0;
  for (;;) {
    const [child] = proc(server, `task/${server}/children`).trim().split(" ");
    if (!child) return server;
    server = Number(child);
  }
}

function sizeOf(pid: number): Size {
  const times = proc(pid, "stat").split(") ")[1]?.split(" ") ?? [];
  return {
    descriptors: readdirSync(`/proc/${pid}/fd`).length,
    threads: readdirSync(`/proc/${pid}/task`).length,
    megabytes: Number(/VmRSS:\s+(\d+)/.exec(proc(pid, "status"))?.[1]) / 1024,
    cpuMs: (Number(times[11]) + Number(times[12])) * 10,
  };
}

test.skip(process.platform !== "linux", "what a process has open is read from /proc");

async function ask(url: string): Promise<void> {
  const answer = await fetch(url);
  await answer.arrayBuffer();
  expect(answer.status).toBe(200);
}

/** Asks once what `askAll` asks, so that all is loaded that ever will be. */
async function askAll(dashboard: Dashboard, id: string): Promise<void> {
  const { url } = dashboard;
  for (const path of [
    "/",
    "/api/projects",
    "/projects/seeded",
    "/api/facets?project=seeded",
    `/runs/${id}`,
    "/api/runs?project=seeded",
    `/api/series?ids=${id}&keys=val_auc`,
  ])
    await ask(`${url}${path}`);
  await openStream(url).then((close) => close());
}

async function openStream(url: string): Promise<() => void> {
  const leaving = new AbortController();
  const answer = await fetch(`${url}/api/live?since=0`, { signal: leaving.signal });
  await answer.body?.getReader().read();
  return () => leaving.abort();
}

async function firstRun(dashboard: Dashboard): Promise<string> {
  const answer = await fetch(`${dashboard.url}/api/runs?project=seeded`);
  const { rows } = (await answer.json()) as { rows: { id: string }[] };
  return rows[0]?.id ?? "";
}

/** Connections of the browser and of `fetch` come and go; a store more would be nine descriptors and a thread. */
const SOME_CONNECTIONS = 6;

async function expectNoGrowth(pid: number, before: Size): Promise<void> {
  await expect
    .poll(() => sizeOf(pid).descriptors)
    .toBeLessThanOrEqual(before.descriptors + SOME_CONNECTIONS);
  await expect.poll(() => sizeOf(pid).threads).toBeLessThanOrEqual(before.threads + 1);
  expect(sizeOf(pid).megabytes).toBeLessThan(before.megabytes + 200);
}

test("200 requests to pages and data by turns, and 50 streams, leave nothing behind", {
  tag: "@full",
}, async ({ dashboard }) => {
  await seedRuns(dashboard.store);
  const id = await firstRun(dashboard);
  const pid = serverOf(dashboard);
  for (let n = 0; n < 3; n++) await askAll(dashboard, id);
  const before = sizeOf(pid);
  for (let n = 0; n < 25; n++) await askAll(dashboard, id);
  const streams = await Promise.all(Array.from({ length: 50 }, () => openStream(dashboard.url)));
  expect(sizeOf(pid).descriptors).toBeGreaterThanOrEqual(before.descriptors + 40);
  for (const close of streams) close();
  await expectNoGrowth(pid, before);

  // Nobody looks any more: what is left are a few looks at the journal's folder.
  const [idle, at] = [sizeOf(pid), Date.now()];
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  const share = (sizeOf(pid).cpuMs - idle.cpuMs) / (Date.now() - at);
  expect(share).toBeLessThan(0.1);
});

test("pages that are open while a run logs do not make the server grow", {
  tag: "@full",
}, async ({ dashboard, page, context }) => {
  await seedRuns(dashboard.store);
  const pid = serverOf(dashboard);
  await askAll(dashboard, await firstRun(dashboard));
  const store = await openStore(dashboard.store);
  const run = await store.startRun({ project: "seeded", name: "the long one", record: false });
  run.log({ val_auc: 0.5 }, { step: 0, epoch: 0 });
  await run.flush();
  await page.goto(dashboard.url);
  const other = await context.newPage();
  await other.goto(`${dashboard.url}/projects/seeded`);
  await expect(other.getByText("the long one").first()).toBeVisible();
  // Eighteen thousand lines: what a run that logs five times a second writes in an hour.
  const step = async (from: number) => {
    for (let n = from; n < from + 600; n++) run.log({ val_auc: 0.5 }, { step: n, epoch: n });
    await run.flush();
    await new Promise((resolve) => setTimeout(resolve, 200));
  };
  for (let part = 0; part < 10; part++) await step(1 + part * 600);
  const before = sizeOf(pid);
  for (let part = 10; part < 30; part++) await step(1 + part * 600);
  run.log({ val_auc: 0.99 }, { step: 18_001, epoch: 18_001 });
  await run.finish();
  await store.close();
  await expect(other.getByRole("region", { name: "Verdict" })).toContainText("the long one");
  await expectNoGrowth(pid, before);
});
