import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { KNOWN_COOKIES, KNOWN_HEADERS } from "../../../test/known-headers.ts";
import { nextHeaders } from "../../../test/next-headers.ts";
import { keptHeaders } from "./kept-headers.ts";

const next = path.join(import.meta.dirname, "../../../node_modules/next");

test("the installed Next knows no header and no cookie that was not looked at", () => {
  expect(nextHeaders(next)).toEqual({ headers: KNOWN_HEADERS, cookies: KNOWN_COOKIES });
});

test("of what Next knows, only plain headers and those of going from page to page reach it", () => {
  const raw = KNOWN_HEADERS.flatMap((name) => [name.toUpperCase(), "1"]);
  expect(Object.keys(keptHeaders(raw) ?? {}).sort()).toEqual([
    "content-length",
    "content-type",
    "cookie",
    "host",
    "next-router-prefetch",
    "next-router-segment-prefetch",
    "next-router-state-tree",
    "next-url",
    "origin",
    "rsc",
    "sec-fetch-mode",
    "sec-fetch-site",
    "user-agent",
  ]);
});

test("only cookies of the dashboard go on", () => {
  const foreign = KNOWN_COOKIES.map((name) => `${name}=1`).join("; ");
  const kept = (cookie: string) => keptHeaders(["Cookie", cookie])?.cookie;
  expect(kept(`${foreign}; theme=dark;themes=1`)).toBe("theme=dark");
  expect(kept(foreign)).toBe("");
});

test("a header that goes on may stand there once, in whatever case", () => {
  expect(keptHeaders(["Host", "127.0.0.1:1", "hOST", "evil.example"])).toBeUndefined();
  expect(keptHeaders(["X-A", "1", "x-a", "2", "__proto__", "3"])).toEqual({});
});

test("no other name goes on", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z][a-z-]{0,30}$/), (name) => {
      const kept = keptHeaders([`x-${name}`, "1", `next-resume-${name}`, "1", name, "1"]) ?? {};
      expect(Object.keys(kept).filter((key) => key !== name)).toEqual([]);
    }),
  );
});
