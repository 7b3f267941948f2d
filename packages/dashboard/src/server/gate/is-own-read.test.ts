import { expect, test } from "vitest";
import { isOwnRead } from "./is-own-read.ts";

const host = "127.0.0.1:4300";

test.each([
  ["a program", {}],
  ["an address that somebody typed", { "sec-fetch-site": "none", "sec-fetch-mode": "navigate" }],
  ["a page of the dashboard", { "sec-fetch-site": "same-origin", "sec-fetch-mode": "cors" }],
  ["its own origin", { origin: "http://127.0.0.1:4300" }],
  ["a link of another site", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" }],
])("%s may read", (_who, headers) => {
  expect(isOwnRead(new Headers({ host, ...headers }), [`http://${host}`])).toBe(true);
});

test.each([
  ["another site", { origin: "https://evil.example" }],
  ["another port", { origin: "http://127.0.0.1:4301" }],
  ["another name of this machine", { origin: "http://localhost:4300" }],
  ["a frame without an origin", { origin: "null" }],
  ["a picture of another site", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }],
  ["a server beside it", { "sec-fetch-site": "same-site", "sec-fetch-mode": "cors" }],
  ["another site that lies about its mode", { origin: "null", "sec-fetch-mode": "navigate" }],
])("%s may not", (_who, headers) => {
  expect(isOwnRead(new Headers({ host, ...headers }), [`http://${host}`])).toBe(false);
});
