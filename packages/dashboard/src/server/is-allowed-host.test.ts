import { expect, test } from "vitest";
import { isAllowedHost } from "./is-allowed-host.ts";

test.each(["127.0.0.1:4300", "localhost:4300", "LOCALHOST:4300", "[::1]:4300"])(
  "%s is this machine",
  (host) => expect(isAllowedHost(host, "4300")).toBe(true),
);

test.each([
  null,
  "",
  "evil.example",
  "evil.example:4300",
  "localhost",
  "localhost:4301",
  "127.0.0.1.evil.example:4300",
  "localhost:4300@evil.example",
  "0.0.0.0:4300",
])("%s is refused", (host) => expect(isAllowedHost(host, "4300")).toBe(false));
