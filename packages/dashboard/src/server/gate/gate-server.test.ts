import { once } from "node:events";
import { readdirSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { askRaw, head, statusOf } from "../../../test/ask-raw.ts";
import { KNOWN_HEADERS } from "../../../test/known-headers.ts";
import { createGateServer, type GateServerOptions } from "./gate-server.ts";

const seen: IncomingMessage[] = [];
let server: ReturnType<typeof createGateServer>;
let port: number;
let own: string;

async function open(options: Partial<GateServerOptions> = {}): Promise<void> {
  server = createGateServer({
    handle: async (request, response) => {
      seen.push(request);
      let body = "";
      for await (const chunk of request) body += chunk;
      response.end(`answered ${body}`);
    },
    ...options,
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  ({ port } = server.address() as AddressInfo);
  own = `127.0.0.1:${port}`;
}

beforeEach(() => open());

afterEach(async () => {
  seen.length = 0;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function refused(request: string, ...statuses: readonly number[]): Promise<void> {
  const answer = await askRaw(port, request);
  const said = JSON.stringify(request.slice(0, 200));
  expect(statuses, `${said} got ${answer.slice(0, 40)}`).toContain(statusOf(answer));
  for (const name of ["content-security-policy", "x-content-type-options", "referrer-policy"])
    expect(answer.split("\r\n\r\n")[0], said).toContain(`\r\n${name}: `);
  expect(seen, said).toEqual([]);
}

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"];
const TARGETS = ["/", "/api/runs", "//x", "/\\x", "*", "http://127.0.0.1/", "http://evil.example/"];

test("a foreign Host is refused in every method and form, whatever headers stand beside it", async () => {
  for (const method of METHODS)
    for (const target of TARGETS)
      for (const host of ["evil.example", `evil.example:${port}`, "127.0.0.1", `${own}.evil`])
        await refused(
          head(
            `${method} ${target} HTTP/1.1`,
            `Host: ${host}`,
            `Origin: http://${host}`,
            ...KNOWN_HEADERS.filter((name) => !/^(?:host|origin|content-length)$/.test(name)).map(
              (name) => `${name}: 1`,
            ),
          ),
          403,
        );
});

test("no form of a target but a path is answered under the own name", async () => {
  for (const target of TARGETS.slice(2)) {
    await refused(head(`GET ${target} HTTP/1.1`, `Host: ${own}`), 400);
    await refused(head(`TRACE ${target} HTTP/1.1`, `Host: ${own}`), 405);
  }
});

test("one Host, no less and no more", async () => {
  await refused(head("GET / HTTP/1.1"), 403);
  await refused(head("GET / HTTP/1.0"), 403);
  await refused(head("GET / HTTP/1.1", "Host:"), 403);
  for (const [first, second] of [
    [own, own],
    [own, "evil.example"],
    ["evil.example", own],
  ])
    await refused(head("GET / HTTP/1.1", `Host: ${first}`, `hOsT: ${second}`), 400);
});

test("what a lenient reader could take for something else does not pass", async () => {
  const get = ["GET / HTTP/1.1", `Host: ${own}`];
  for (const lines of [
    [...get, " evil.example"],
    ["GET / HTTP/1.1", "Host: evil.example", ` ${own}`],
    ["GET / HTTP/1.1", `Host : ${own}`],
    ["GET / HTTP/1.1", ` Host: ${own}`],
    [...get, "Transfer-Encoding: chunked", "Content-Length: 5"],
    [...get, "Transfer-Encoding: chunked"],
    [...get, "Transfer-Encoding: xchunked"],
    [...get, "Content-Length: 5"],
    [...get, "Content-Length: 0", "Content-Length: 5"],
    [...get, "X-A: a\0b"],
    ["GET /\xe9 HTTP/1.1", `Host: ${own}`],
    ["GET /?\x7f HTTP/1.1", `Host: ${own}`],
    ["GET / HTTP/1.1 x", `Host: ${own}`],
    ["GET / HTTP/2.0", `Host: ${own}`],
    ["GET /", `Host: ${own}`],
    ["EVIL / HTTP/1.1", `Host: ${own}`],
    [...get, "Expect: a miracle"],
  ])
    await refused(head(...lines), 400, 403, 417, 505);
  await refused(`${get.join("\r\n")}\r\nX-A: ${"a".repeat(20_000)}\r\n\r\n`, 431);
  await refused("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 no HTTP at all\r\n\r\n", 400);
});

test("a second request on the same connection is judged by itself", async () => {
  const fine = `GET /icon.svg HTTP/1.1\r\nHost: ${own}\r\n\r\n`;
  const answer = await askRaw(port, fine + head("GET / HTTP/1.1", "Host: evil.example"));
  expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 200", "HTTP/1.1 403"]);
  expect(seen).toHaveLength(1);
});

test("only the headers that are listed go on", async () => {
  const names = KNOWN_HEADERS.filter((name) => !/^(?:host|origin|content-|sec-)/.test(name));
  const lines = names.map((name) => `${name}: 1`);
  const answer = await askRaw(port, head("GET /?a=[\\] HTTP/1.1", `Host: ${own}`, ...lines));
  expect(statusOf(answer)).toBe(200);
  const { headers, headersDistinct, rawHeaders, url } = seen[0] ?? ({} as IncomingMessage);
  const kept = [
    "cookie",
    "host",
    "next-router-prefetch",
    "next-router-segment-prefetch",
    "next-router-state-tree",
    "next-url",
    "rsc",
    "user-agent",
  ];
  expect(Object.keys(headers).sort()).toEqual(kept);
  expect(Object.keys(headersDistinct).sort()).toEqual(kept);
  expect(rawHeaders.filter((_, i) => i % 2 === 0).sort()).toEqual(kept);
  expect([headers.host, headers.cookie, url]).toEqual([own, "", "/?a=[\\]"]);
  expect(answer).toContain("\r\ncontent-security-policy: ");
});

const write = () => [
  "POST /api/runs/r1/notes HTTP/1.1",
  `Host: ${own}`,
  `Origin: http://${own}`,
  "Content-Type: application/json",
];

test("what a page of the dashboard writes goes on, with its body", async () => {
  const answer = await askRaw(port, `${head(...write(), "Content-Length: 2")}{}`);
  expect(answer).toContain("answered {}");
  const expecting = head(...write(), "Content-Length: 2", "Expect: 100-continue");
  expect(await askRaw(port, `${expecting}{}`)).toMatch(/^HTTP\/1\.1 100 [\s\S]*answered \{\}/);
});

test("a body is refused that has no length, or too much of it, before it is sent", async () => {
  await refused(head(...write()), 411);
  await refused(head(...write(), "Transfer-Encoding: chunked"), 411);
  for (const expect of [[], ["Expect: 100-continue"]])
    await refused(head(...write(), "Content-Length: 500001", ...expect), 413);
  const foreign = write().with(2, "Origin: http://evil.example");
  await refused(head(...foreign, "Content-Length: 2", "Expect: 100-continue"), 405);
});

function descriptors(): number {
  return readdirSync("/proc/self/fd").length;
}

test("an upgrade and a tunnel are refused, and leave no connection", async () => {
  const before = process.platform === "linux" ? descriptors() : 0;
  for (const host of [own, "evil.example"])
    for (const upgrade of ["websocket", "h2c", "TLS/1.0", "anything"])
      for (const method of ["GET", "POST"])
        await refused(
          `${method} / HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: ${upgrade}\r\n` +
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
          403,
        );
  await refused(`CONNECT evil.example:443 HTTP/1.1\r\nHost: ${own}\r\n\r\n`, 405);
  const count = () => new Promise((resolve) => server.getConnections((_, n) => resolve(n)));
  await vi.waitFor(async () => expect(await count()).toBe(0));
  if (process.platform === "linux")
    await vi.waitFor(() => expect(descriptors()).toBeLessThanOrEqual(before), 10_000);
});

test("who hangs up while being refused harms nobody", async () => {
  for (let i = 0; i < 50; i++) {
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(`GET / HTTP/1.1\r\nHost: ${own}\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n`);
      socket.resetAndDestroy();
    });
    await once(socket, "close");
  }
  expect(statusOf(await askRaw(port, head("GET / HTTP/1.1", `Host: ${own}`)))).toBe(200);
});

test("who sends nothing, or half a request, is let go", async () => {
  server.close();
  await open({ headersTimeoutMs: 50, requestTimeoutMs: 100 });
  await refused("", 0, 408);
  await refused("GET / HTTP/1.1\r\nHost: ", 408);
  await refused(`${head(...write(), "Content-Length: 9")}{}`.replace(own, "evil.example"), 403);
});

test("a fault of what answers is told as one, with the headers of every answer", async () => {
  server.close();
  await open({ handle: () => Promise.reject(new Error("broken")) });
  await refused(head("GET / HTTP/1.1", `Host: ${own}`), 500);
});
