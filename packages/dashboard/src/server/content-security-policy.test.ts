import { expect, test } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy.ts";

test("scripts run by nonce only", () => {
  const policy = contentSecurityPolicy({ nonce: "abc", development: false });
  expect(policy).toContain("script-src 'self' 'nonce-abc';");
  expect(policy.replace("style-src-attr 'unsafe-inline'", "")).not.toContain("unsafe");
});

test("no page may frame the dashboard", () => {
  expect(contentSecurityPolicy({ nonce: "a", development: false })).toContain(
    "frame-ancestors 'none'",
  );
});
