// Two machines, processes with homes of their own, that record into one dashboard.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore } from "@epochal/store";
import { expect, test } from "@playwright/test";
import { startPageDashboard } from "../page-dashboard.ts";

const command = path.join(import.meta.dirname, "../../packages/cli/bin/epochal.js");

const program = `
import { openStore } from "@epochal/store";
const store = await openStore();
const run = await store.startRun({ project: "moons", name: process.argv[2] });
for (let step = 0; step < Number(process.argv[3]); step++) {
  run.log({ loss: 1 / (step + 1) }, { step });
  process.stdout.write(step + "\\n");
  await new Promise((resolve) => setTimeout(resolve, 5));
}
await run.finish();
await store.close();
`;

interface Machine {
  readonly process: ChildProcess;
  /** The last step that it has logged. */
  readonly logged: () => number;
}

let folder: string;

test.beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "epochal-machines-"));
  symlinkSync(path.join(import.meta.dirname, "../node_modules"), path.join(folder, "node_modules"));
  writeFileSync(path.join(folder, "program.mjs"), program);
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What starts programs at home on a machine. */
function machine(name: string, target: { readonly url: string; readonly token: string }) {
  const home = path.join(folder, name);
  mkdirSync(home, { recursive: true });
  const { EPOCHAL_STORE: _, ...rest } = process.env;
  const env = { ...rest, HOME: home, EPOCHAL_URL: target.url, EPOCHAL_TOKEN: target.token };
  const start = (args: readonly string[]) =>
    spawn(process.execPath, args, { cwd: home, env, stdio: ["ignore", "pipe", "inherit"] });
  return {
    home,
    train(steps: number): Machine {
      const child = start([path.join(folder, "program.mjs"), name, String(steps)]);
      let logged = -1;
      child.stdout.on("data", (chunk: Buffer) => {
        logged = Math.max(logged, ...String(chunk).trim().split("\n").map(Number));
      });
      return { process: child, logged: () => logged };
    },
    async sync(): Promise<number> {
      const child = start([command, "sync"]);
      child.stdout.resume();
      const [code] = await once(child, "exit");
      return code;
    },
  };
}

test("two machines record on though the dashboard is killed, and what is sent again changes nothing @full", async () => {
  let dashboard = await startPageDashboard({ folder, origins: ["http://localhost:5173"] });
  const [atlas, bo] = [machine("atlas", dashboard), machine("bo", dashboard)];
  const [finishing, killed] = [atlas.train(1_000), bo.train(1_000_000)];
  const store = await openStore(path.join(folder, "runs.db"));
  const runs = async () => (await store.listRuns({ project: "moons", order: ["name"] })).runs;
  const states = async () =>
    Object.fromEntries((await runs()).map(({ name, status }) => [name, status.state]));
  await expect.poll(states).toEqual({ atlas: "running", bo: "running" });
  dashboard.process.kill("SIGKILL");
  const before = killed.logged();
  await expect.poll(killed.logged).toBeGreaterThan(before + 100);
  killed.process.kill("SIGKILL");
  await once(killed.process, "exit");
  // A copy of its disk is taken to a third machine.
  const cy = machine("cy", dashboard);
  cpSync(path.join(bo.home, ".epochal"), path.join(cy.home, ".epochal"), { recursive: true });
  const ended = once(finishing.process, "exit");
  const { port } = new URL(dashboard.url);
  dashboard = await startPageDashboard({ folder, origins: ["http://localhost:5173"], port });
  expect(await Promise.all([bo.sync(), bo.sync(), cy.sync()])).toEqual([0, 0, 0]);
  expect(await ended).toEqual([0, null]);
  expect(await states()).toEqual({ atlas: "finished", bo: "closed" });
  const extents = async () =>
    (await runs()).map(({ series: [loss] }) => [loss?.count, loss?.last?.step]);
  const [whole, rest] = await extents();
  expect(whole).toEqual([1_000, 999]);
  expect(rest?.[0]).toBe(Number(rest?.[1]) + 1);
  expect(rest?.[1]).toBeGreaterThanOrEqual(killed.logged());
  expect(await Promise.all([atlas.sync(), bo.sync(), cy.sync()])).toEqual([0, 0, 0]);
  expect(await extents()).toEqual([whole, rest]);
  expect(await states()).toEqual({ atlas: "finished", bo: "closed" });
  dashboard.process.kill("SIGKILL");
  await store.close();
});
