import { NextRequest } from "next/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { proxy } from "./proxy.ts";

beforeEach(() => vi.stubEnv("PORT", "4300"));
afterEach(() => vi.unstubAllEnvs());

function ask(host: string, method = "GET") {
  return proxy(new NextRequest("http://127.0.0.1:4300/api/runs", { method, headers: { host } }));
}

test.each(["127.0.0.1:4300", "localhost:4300", "LocalHost:4300", "[::1]:4300"])(
  "%s is answered",
  (host) => {
    expect(ask(host).status).toBe(200);
  },
);

test.each(["evil.example", "evil.example:4300", "127.0.0.1:4301", "localhost", ""])(
  "the host %j is refused",
  async (host) => {
    const answer = ask(host);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("127.0.0.1 and localhost only");
  },
);

test("nothing but reading is let through, and a foreign host is not told so", () => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
    expect(ask("127.0.0.1:4300", method).status).toBe(405);
    expect(ask("evil.example", method).status).toBe(403);
  }
});

const own = { origin: "http://127.0.0.1:4300", "content-type": "application/json" };

function write(headers: Record<string, string>, place = "/api/runs/r1/requests", method = "POST") {
  const init = { method, headers: { host: "127.0.0.1:4300", ...headers } };
  return proxy(new NextRequest(`http://127.0.0.1:4300${place}`, init)).status;
}

test("a page of the dashboard may ask something of a run, and write a note", () => {
  expect(write(own)).toBe(200);
  expect(write({ ...own, "sec-fetch-site": "same-origin" }, "/api/runs/r1/notes")).toBe(200);
  for (const what of ["changes", "deletions", "restorations"]) {
    expect(write(own, `/api/runs/${what}`)).toBe(200);
    expect(write({ ...own, origin: "https://evil.example" }, `/api/runs/${what}`)).toBe(405);
    expect(write({ ...own, "content-type": "text/plain" }, `/api/runs/${what}`)).toBe(405);
  }
  expect(write({ ...own, "content-type": "application/json; charset=utf-8" })).toBe(200);
});

test.each([
  ["another site", { ...own, origin: "https://evil.example" }],
  ["another site's frame", { ...own, origin: "null" }],
  ["another port", { ...own, origin: "http://127.0.0.1:9999" }],
  ["nobody in particular", { "content-type": "application/json" }],
  ["a form", { ...own, "content-type": "text/plain" }],
  ["a form of fields", { ...own, "content-type": "application/x-www-form-urlencoded" }],
  ["another site by its own word", { ...own, "sec-fetch-site": "cross-site" }],
])("%s may not", (_who, headers) => {
  expect(write(headers)).toBe(405);
});

test("nothing else can be written", () => {
  expect(write(own, "/api/projects")).toBe(405);
  expect(write(own, "/api/runs/r1")).toBe(405);
  expect(write(own, "/api/runs/r1/requests", "PUT")).toBe(405);
});

test("every answer has a policy with a nonce of its own", () => {
  const policies = [1, 2].map(
    () => ask("127.0.0.1:4300").headers.get("content-security-policy") ?? "",
  );
  expect(new Set(policies).size).toBe(2);
  for (const policy of policies) {
    expect(policy).toMatch(/script-src 'self' 'nonce-[0-9a-f]{32}';/);
    expect(policy).not.toContain("unsafe-eval");
    expect(policy).toContain("frame-ancestors 'none'");
  }
});
