// The dashboard as a user starts it, with a store of its own, and a page that must stay quiet.
import {
  type ChildProcess,
  type SpawnOptionsWithStdioTuple,
  type StdioNull,
  type StdioPipe,
  spawn,
} from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type ConsoleMessage, expect } from "@playwright/test";
import { test as base, type Kept } from "./keeper.ts";

export interface Dashboard {
  readonly url: string;
  /** The database it shows. */
  readonly store: string;
  readonly process: ChildProcess;
}

const command = path.join(import.meta.dirname, "../packages/cli/bin/epochal.js");

/** Starts `epochal`, with `npx` before it or without, and waits for the line that names its address. */
export function startDashboard(
  store: string,
  isByNpx = false,
  more: readonly string[] = [],
): Promise<Dashboard> {
  const options: SpawnOptionsWithStdioTuple<StdioNull, StdioPipe, StdioPipe> = {
    cwd: import.meta.dirname,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  };
  const args = ["--store", store, "--port", "0", ...more];
  const child = isByNpx
    ? spawn("npx", ["--no-install", "epochal", ...args], options)
    : spawn(process.execPath, [command, ...args], options);
  let said = "";
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        said += chunk;
        const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
        if (url) resolve({ url, store, process: child });
      });
    child.on("exit", (code) => reject(new Error(`epochal ended with code ${code}:\n${said}`)));
  });
}

interface Fixtures {
  /** Whether the dashboard is started by `npx`, which takes a second more. */
  readonly isByNpx: boolean;
  /** Whether a test asks what is no query, or for what is not there: the browser itself logs each answer that says so. */
  readonly asksWrongly: boolean;
  /** An empty store and its dashboard. */
  readonly dashboard: Dashboard;
  /** Fails a test whose page logged an error or asked anything but the dashboard. */
  readonly quiet: undefined;
}

/** What Chromium logs of a page that is not there, and of a question that is answered with 400 or 404. */
function isRefusal(message: ConsoleMessage): boolean {
  const [, status] = / status of (400|404) /.exec(message.text()) ?? [];
  return status === "404" || (status === "400" && message.location().url.includes("/api/"));
}

/** An empty store and its dashboard. */
async function openDashboard(isByNpx: boolean): Promise<Kept<Dashboard>> {
  const folder = mkdtempSync(path.join(tmpdir(), "epochal-e2e-"));
  const dashboard = await startDashboard(path.join(folder, "runs.db"), isByNpx);
  return {
    value: dashboard,
    end: () => {
      const { pid, exitCode, signalCode } = dashboard.process;
      if (pid !== undefined && exitCode === null && signalCode === null)
        process.kill(-pid, "SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const test = base.extend<Fixtures>({
  isByNpx: [false, { option: true }],
  asksWrongly: [false, { option: true }],
  dashboard: async ({ isByNpx }, use) => {
    const { value, end } = await openDashboard(isByNpx);
    await use(value);
    await end();
  },
  quiet: [
    // A page that outlived its dashboard would say that it is not connected.
    async ({ dashboard: _dashboard, page, asksWrongly }, use) => {
      const noise: string[] = [];
      page.on("pageerror", (error) => noise.push(String(error)));
      page.on("console", (message) => {
        if (message.type() !== "error" || (asksWrongly && isRefusal(message))) return;
        noise.push(message.text());
      });
      page.on("request", (request) => {
        if (!/^(?:http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url()))
          noise.push(`request to ${request.url()}`);
      });
      await use(undefined);
      expect(noise).toEqual([]);
    },
    { auto: true },
  ],
});

/** `test` for stories that only read: they share a dashboard, whose store is filled once. */
export function sharedBy<Seeded>(seed: (location: string) => Promise<Seeded>) {
  type Shared = { readonly dashboard: Dashboard; readonly seeded: Seeded };
  const owner = {};
  return test.extend<{ readonly shared: Shared; readonly seeded: Seeded }>({
    shared: async ({ keeper }, use) =>
      use(
        await keeper.keep(owner, async () => {
          const { value: dashboard, end } = await openDashboard(false);
          return { value: { dashboard, seeded: await seed(dashboard.store) }, end };
        }),
      ),
    dashboard: async ({ shared }, use) => use(shared.dashboard),
    seeded: async ({ shared }, use) => use(shared.seeded),
  });
}

export { expect };
