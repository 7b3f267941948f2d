import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { openStore } from "@epochal/store";
import { chromium } from "@playwright/test";
import { askRaw, head, statusOf } from "../../packages/dashboard/test/ask-raw.ts";
import { KNOWN_COOKIES, KNOWN_HEADERS } from "../../packages/dashboard/test/known-headers.ts";
import { type Dashboard, expect, test } from "../dashboard.ts";

const built = path.join(import.meta.dirname, "../../packages/dashboard");
const OWN_FORM = new Set(["host", "origin", "content-length", "content-type", "cookie"]);
const FOREIGN = ["evil.example", "127.0.0.1.evil.example", "0.0.0.0", "[::]"];

function json(file: string): Record<string, string> {
  return JSON.parse(readFileSync(path.join(built, file), "utf8"));
}

/** What the build made as keys, what is shipped in their place, and what else Next compares with. */
function values(own: string): string[] {
  return [
    ...Object.values(json(".next/server/preview-props.json")),
    ...Object.values(json("dist/.next/server/preview-props.json")).map((key) =>
      Buffer.from(key).toString("latin1"),
    ),
    own,
    "1",
    "src/proxy",
  ];
}

function cookies(value: string): string {
  return KNOWN_COOKIES.map((name) => `${name}=${value}`).join("; ");
}

/** Something to read, and to stop. */
async function running(location: string): Promise<{ id: string; end: () => Promise<void> }> {
  const store = await openStore(location);
  const run = await store.startRun({ project: "guarded", name: "guarded run" });
  run.log({ loss: 1 }, { step: 0 });
  await run.flush();
  return { id: run.id, end: () => store.close() };
}

/** How often something was asked of the run, or written to it. */
async function touched({ store }: Dashboard, id: string): Promise<number> {
  const open = await openStore(store);
  const { requests, events } = await open.getRun(id);
  await open.close();
  return requests.length + events.filter(({ event }) => event.type === "note").length;
}

test("no header that Next trusts opens the gate to another site", { tag: "@full" }, async ({
  dashboard,
}) => {
  const port = Number(new URL(dashboard.url).port);
  const own = `127.0.0.1:${port}`;
  const run = await running(dashboard.store);
  const write = `/api/runs/${run.id}/requests`;
  const body = '{"want":"stop"}';
  const asPage = ["Content-Type: application/json", `Content-Length: ${body.length}`];
  for (const value of values(own))
    for (const name of [...KNOWN_HEADERS, "x-middleware-subrequest", "x-forwarded-server"]) {
      if (OWN_FORM.has(name)) continue;
      const trusted = [`${name}: ${value}`, `Cookie: ${cookies(value)}`];
      const host = FOREIGN[name.length % FOREIGN.length] ?? "";
      for (const target of ["/api/runs?project=guarded", "//x", `http://${own}/`]) {
        const answer = await askRaw(
          port,
          head(`GET ${target} HTTP/1.1`, `Host: ${host}`, ...trusted),
        );
        expect([statusOf(answer), target, ...trusted]).toEqual([403, target, ...trusted]);
      }
      for (const [origin, status] of [
        [`http://${host}`, 403],
        ["null", 403],
      ] as const) {
        const lines = [`Host: ${own}`, `Origin: ${origin}`, ...trusted];
        const read = await askRaw(port, head("GET /api/runs?project=guarded HTTP/1.1", ...lines));
        expect([statusOf(read), ...lines]).toEqual([status, ...lines]);
        const sent = head(`POST ${write} HTTP/1.1`, ...lines, ...asPage) + body;
        expect([statusOf(await askRaw(port, sent)), ...lines]).toEqual([405, ...lines]);
      }
    }
  expect(await touched(dashboard, run.id)).toBe(0);
  await run.end();
});

test("what Next trusts changes nothing of what it answers to its own page", {
  tag: "@full",
}, async ({ dashboard }) => {
  const port = Number(new URL(dashboard.url).port);
  const own = `127.0.0.1:${port}`;
  const run = await running(dashboard.store);
  await run.end();
  const ask = async (...lines: string[]) => {
    const target = "/api/runs?project=guarded";
    const answer = await askRaw(port, head(`GET ${target} HTTP/1.1`, `Host: ${own}`, ...lines));
    return [statusOf(answer), answer.split("\r\n\r\n").slice(1).join()];
  };
  const plain = await ask();
  expect(plain[0]).toBe(200);
  for (const value of values(own))
    for (const name of KNOWN_HEADERS) {
      if (OWN_FORM.has(name) || /^(?:sec-|rsc|next-|user-agent)/.test(name)) continue;
      expect([name, ...(await ask(`${name}: ${value}`))]).toEqual([name, ...plain]);
    }
});

test("the keys that are shipped open nothing, even without the gate", async ({ dashboard }) => {
  const program = path.join(import.meta.dirname, "../ungated.ts");
  const next = spawn(process.execPath, [program, dashboard.store]);
  const port = await new Promise<number>((resolve) =>
    next.stdout.on("data", (said: Buffer) => {
      const named = /^port (\d+)$/m.exec(String(said));
      if (named) resolve(Number(named[1]));
    }),
  );
  try {
    for (const value of values(`127.0.0.1:${port}`))
      for (const name of KNOWN_HEADERS.filter((known) => !OWN_FORM.has(known))) {
        const lines = [`Host: evil.example`, `${name}: ${value}`, `Cookie: ${cookies(value)}`];
        const answer = await askRaw(port, head("GET /api/runs?project=guarded HTTP/1.1", ...lines));
        expect([statusOf(answer), ...lines]).toEqual([403, ...lines]);
      }
  } finally {
    next.kill("SIGKILL");
  }
});

test("upgrades leave no descriptor in the server", async ({ dashboard }) => {
  test.skip(process.platform !== "linux", "descriptors are counted in /proc");
  const port = Number(new URL(dashboard.url).port);
  const inode = () =>
    readdirSync("/proc").flatMap((pid) => {
      try {
        const args = readFileSync(`/proc/${pid}/cmdline`, "utf8");
        return args.includes(dashboard.store) && args.includes("epochal.js")
          ? [readdirSync(`/proc/${pid}/fd`).length]
          : [];
      } catch {
        return [];
      }
    });
  const upgrade = (host: string) =>
    askRaw(
      port,
      `GET /_next/webpack-hmr HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    );
  await upgrade("evil.example");
  const before = inode();
  expect(before).toHaveLength(1);
  for (let i = 0; i < 60; i++)
    for (const host of ["evil.example", `127.0.0.1:${port}`])
      expect(statusOf(await upgrade(host))).toBe(403);
  await expect.poll(() => (inode()[0] ?? 0) - (before[0] ?? 0)).toBeLessThan(5);
});

test("a page under a name that was bound to this machine reads, writes and stops nothing", async ({
  dashboard,
}, testInfo) => {
  const port = Number(new URL(dashboard.url).port);
  const run = await running(dashboard.store);
  const keys = values(`127.0.0.1:${port}`);
  const browser = await chromium.launch({
    ...testInfo.project.use.launchOptions,
    args: ["--host-resolver-rules=MAP evil.example 127.0.0.1"],
  });
  const page = await browser.newPage();
  const answer = await page.goto(`http://evil.example:${port}/`);
  expect(answer?.status()).toBe(403);
  const statuses = await page.evaluate(
    async ({ id, keys, port }) => {
      const got: (number | string)[] = [];
      const ask = async (address: string, init: RequestInit) => {
        const response = await fetch(address, init).catch(String);
        got.push(typeof response === "string" ? "failed" : response.status);
      };
      const sockets = [`ws://evil.example:${port}/`, `ws://127.0.0.1:${port}/`];
      for (const address of sockets)
        got.push(
          await new Promise<string>((resolve) => {
            const socket = new WebSocket(address);
            socket.onopen = () => resolve("open");
            socket.onerror = () => resolve("failed");
          }).catch(String),
        );
      for (const base of ["", `http://127.0.0.1:${port}`, `http://localhost:${port}`])
        for (const key of keys) {
          const headers = {
            "x-prerender-revalidate": key,
            "x-middleware-subrequest": key,
            "x-forwarded-host": `127.0.0.1:${port}`,
          };
          const type = { "content-type": "application/json" };
          await ask(`${base}/api/runs?project=guarded`, { headers });
          await ask(`${base}/api/runs?project=guarded`, { mode: "no-cors" });
          for (const [what, body] of [
            ["notes", '{"text":"evil"}'],
            ["requests", '{"want":"stop"}'],
          ] as const) {
            const address = `${base}/api/runs/${id}/${what}`;
            await ask(address, { method: "POST", headers: { ...headers, ...type }, body });
            await ask(address, { method: "POST", mode: "no-cors", body });
          }
        }
      return got;
    },
    { id: run.id, keys, port },
  );
  await browser.close();
  const opaque = 0;
  for (const status of statuses) expect(["failed", opaque, 403, 405]).toContain(status);
  expect(await touched(dashboard, run.id)).toBe(0);
  await run.end();
});
