import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { StoreAccess } from "@epochal/store";
import { openAccess } from "@epochal/store/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askRaw, head, statusOf } from "../../../test/ask-raw.ts";
import { answering } from "../gate/answering.ts";
import { createGateServer } from "../gate/gate-server.ts";
import { Door } from "./door.ts";
import { FailedTries } from "./failed-tries.ts";
import { logChanges } from "./log-changes.ts";
import { Sessions } from "./sessions.ts";

const folder = mkdtempSync(path.join(tmpdir(), "epochal-door-"));
const PUBLIC = "https://runs.example.org";
let url = "";
let access: StoreAccess;
let end: () => void;

beforeAll(async () => {
  const opened = openAccess(path.join(folder, "runs.db"));
  access = opened.it;
  const door = new Door({
    ...{ access, sessions: new Sessions(), failures: new FailedTries() },
    cookie: () => "epochal-session-1",
    isSecure: ({ headers }) => headers.host === "runs.example.org",
  });
  const server = createGateServer({
    handle: async (_, response) => {
      response.end(JSON.stringify(answering().getStore()?.viewer));
    },
    ...{ door, names: { publicUrl: PUBLIC }, onChange: logChanges(access) },
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  end = () => {
    server.closeAllConnections();
    server.close();
    opened.close();
  };
});

afterAll(() => {
  end();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (target: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(url + target, { headers, redirect: "manual" });

const post = (target: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
  fetch(url + target, {
    method: "POST",
    headers: { origin: url, "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

async function logIn(secret: string): Promise<string> {
  const answer = await post("/api/login", { token: secret });
  expect(answer.status).toBe(200);
  return (answer.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
}

test("nobody reads or writes who has not logged in, and a person is shown where to", async () => {
  for (const target of ["/", "/runs/a", "/api/runs", "/api/live", "/trash", "/nowhere"])
    expect((await ask(target)).status, target).toBe(401);
  const { host, port } = new URL(url);
  const lines = [`Host: ${host}`, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Site: none"];
  const page = await askRaw(Number(port), head("GET /runs/a?x=1 HTTP/1.1", ...lines));
  expect(statusOf(page)).toBe(303);
  expect(page).toContain("\r\nlocation: /login?to=%2Fruns%2Fa%3Fx%3D1\r\n");
  expect((await post("/api/runs/changes", {})).status).toBe(401);
  expect((await post("/api/runs", {})).status).toBe(401);
  expect((await ask("/_next/static/chunks/a.js")).status).toBe(200);
});

test("the page that asks for a token runs its own script only, and repeats nothing", async () => {
  const answer = await ask("/login?to=%3Cscript%3Ealert(1)%3C/script%3E");
  const text = await answer.text();
  const policy = answer.headers.get("content-security-policy") ?? "";
  const [, nonce] = /script-src 'self' 'nonce-([0-9a-f]{32})'/.exec(policy) ?? [];
  expect(text).toContain(`<script nonce="${nonce}">`);
  expect(text).not.toContain("alert(1)");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("form-action 'none'");
});

test("a token lets in by a cookie that is another secret, hidden from scripts and other sites", async () => {
  const { secret, id } = await access.createToken({ name: "ana", role: "write" });
  const answer = await post("/api/login", { token: secret });
  const set = answer.headers.get("set-cookie") ?? "";
  expect(set).toMatch(/^epochal-session-1=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  expect(set).not.toContain(secret.slice(30));
  const [cookie = ""] = set.split(";", 1);
  expect(await (await ask("/api/runs", { cookie })).json()).toEqual({
    token: "ana",
    role: "write",
  });
  expect(await (await ask("/api/login", { cookie })).json()).toEqual({
    viewer: { token: "ana", role: "write" },
  });
  expect((await post("/api/runs/changes", {}, { cookie })).status).toBe(200);
  // Another site's page has the browser's cookie at most.
  for (const origin of ["http://evil.example", "null"]) {
    expect((await post("/api/runs/changes", {}, { cookie, origin })).status).toBe(405);
    expect((await ask("/api/runs", { cookie, origin })).status).toBe(403);
  }
  await access.revokeToken(id);
  expect((await ask("/api/runs", { cookie })).status).toBe(401);
});

test("who may read changes nothing, and who logs out is out", async () => {
  const { secret } = await access.createToken({ name: "bo", projects: ["birds"] });
  const cookie = await logIn(secret);
  expect(await (await ask("/api/runs", { cookie })).json()).toEqual({
    ...{ token: "bo", role: "read", projects: ["birds"] },
  });
  expect((await post("/api/runs", {}, { cookie })).status).toBe(200);
  for (const target of ["/api/runs/changes", "/api/runs/deletions", "/api/runs/a/notes"])
    expect((await post(target, {}, { cookie })).status, target).toBe(403);
  const out = await post("/api/logout", {}, { cookie });
  expect(out.headers.get("set-cookie")).toContain("Max-Age=0");
  expect((await ask("/api/runs", { cookie })).status).toBe(401);
});

test("a program brings its token along, and reads", async () => {
  const { secret } = await access.createToken({ name: "script" });
  const authorization = `Bearer ${secret}`;
  expect((await ask("/api/runs", { authorization })).status).toBe(200);
  expect((await ask("/api/runs", { authorization: `${authorization}x` })).status).toBe(401);
});

test("under the public address the cookie is for TLS alone", async () => {
  const { secret } = await access.createToken({ name: "cy" });
  const { request } = await import("node:http");
  const answer = await new Promise<import("node:http").IncomingMessage>((resolve) => {
    const body = JSON.stringify({ token: secret });
    const headers = {
      ...{ host: "runs.example.org", origin: PUBLIC, "content-type": "application/json" },
      "content-length": Buffer.byteLength(body),
    };
    request(`${url}/api/login`, { method: "POST", headers }, resolve).end(body);
  });
  answer.resume();
  expect(answer.statusCode).toBe(200);
  expect(answer.headers["set-cookie"]?.[0]).toMatch(/; SameSite=Strict; Secure$/);
});

test("wrong tokens are told so, logged, and must wait in the end", async () => {
  const statuses: number[] = [];
  for (let i = 0; i < 24; i++)
    statuses.push((await post("/api/login", { token: `epochal_${i}` })).status);
  expect(statuses.slice(0, 20)).toEqual(Array(20).fill(401));
  expect(statuses.at(-1)).toBe(429);
  expect((await post("/api/login", { token: 1 })).status).toBe(400);
  const { secret } = await access.createToken({ name: "right" });
  await logIn(secret);
});

test("the log says who changed what, and who was refused", async () => {
  const { secret } = await access.createToken({ name: "dee", role: "write" });
  const cookie = await logIn(secret);
  await post("/api/runs/a1/notes", {}, { cookie });
  await post("/api/runs/a2/notes", {});
  await expect
    .poll(async () =>
      (await access.readLog({ limit: 4 })).map(({ who, action, what }) => [who, action, what]),
    )
    .toEqual(
      expect.arrayContaining([
        ["dee", "changed", "/api/runs/a1/notes"],
        ["somebody", "change refused", "/api/runs/a2/notes (401)"],
        ["dee", "logged in", expect.any(String)],
      ]),
    );
});
