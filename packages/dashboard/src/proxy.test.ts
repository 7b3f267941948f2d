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
