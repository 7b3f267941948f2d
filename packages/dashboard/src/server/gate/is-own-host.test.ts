import { expect, test } from "vitest";
import { isOwnHost } from "./is-own-host.ts";

test.each(["127.0.0.1:4300", "localhost:4300", "LOCALHOST:4300", "[::1]:4300"])(
  "%s is this machine",
  (host) => {
    expect(isOwnHost(host, "4300")).toBe(true);
  },
);

test.each([
  null,
  "",
  "evil.example",
  "evil.example:4300",
  "127.0.0.1.evil.example:4300",
  "127.0.0.1:80",
  "127.0.0.1",
  "localhost:4300:4300",
  "localhost:4300@evil.example",
  "0.0.0.0:4300",
  "[::1]evil:4300",
])("%s is not", (host) => {
  expect(isOwnHost(host, "4300")).toBe(false);
});

test("at port 80 the port may be left out", () => {
  expect(isOwnHost("localhost", "80")).toBe(true);
});
