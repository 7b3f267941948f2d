import { expect, test } from "vitest";
import { ownOrigins } from "./own-names.ts";

const here = { port: "4300" };
const open = { port: "4300", hostname: "192.168.1.7", publicUrl: "https://runs.example.org" };

test.each(["127.0.0.1:4300", "localhost:4300", "LOCALHOST:4300", "[::1]:4300"])(
  "%s is this machine",
  (host) => {
    expect(ownOrigins(host, here)).toEqual([`http://${host}`]);
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
  "192.168.1.7:4300",
  "runs.example.org",
])("%s is not", (host) => {
  expect(ownOrigins(host, here)).toEqual([]);
});

test("at port 80 the port may be left out", () => {
  expect(ownOrigins("localhost", { port: "80" })).toEqual(["http://localhost"]);
});

test("an address that is listened on and a public address are own names, and nothing else is", () => {
  expect(ownOrigins("192.168.1.7:4300", open)).toEqual([
    "http://192.168.1.7:4300",
    "https://runs.example.org",
  ]);
  expect(ownOrigins("Runs.example.org", open)).toEqual(["https://runs.example.org"]);
  for (const host of ["192.168.1.8:4300", "runs.example.org:4300", "evil.runs.example.org"])
    expect(ownOrigins(host, open), host).toEqual([]);
});

test("who listens everywhere answers to the addresses of the machine", () => {
  const all = { port: "4300", hostname: "0.0.0.0" };
  expect(ownOrigins("127.0.0.1:4300", all)).toHaveLength(1);
  for (const host of ["0.0.0.0:4300", "203.0.113.9:4300", "evil.example:4300"])
    expect(ownOrigins(host, all), host).toEqual([]);
});
