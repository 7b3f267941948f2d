import { expect, it } from "vitest";
import { readServeArgs } from "./read-serve-args.ts";

it("serves at this machine's own address unless told otherwise", () => {
  const args = { store: "/runs.db", port: 0, hostname: null } as never;
  expect(readServeArgs(args)).toEqual({
    store: "/runs.db",
    port: 0,
    allowOrigins: [],
    hostname: "127.0.0.1",
  });
});

it.each([
  [{ store: "/runs.db", port: 0, host: "127.0.0.1" }, "Received: host"],
  [{ store: "/runs.db", prot: 80 }, "Received: prot"],
  [{ store: "/runs.db" }, 'Received: {"store":"/runs.db"}'],
  ["/runs.db", "Received: 0"],
  [undefined, "Received: undefined"],
])("refuses %j", (args, message) => {
  expect(() => readServeArgs(args as never)).toThrow(TypeError);
  expect(() => readServeArgs(args as never)).toThrow(message);
});
