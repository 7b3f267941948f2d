import fc from "fast-check";
import { expect, test } from "vitest";
import { isAddress } from "./is-address.ts";

test.each(["/", "/api/runs", "/projects/a%20b", "/runs/x/", "/projects/100%25", "/a.b/..c/[id]"])(
  "%s is an address",
  (pathname) => {
    expect(isAddress(pathname)).toBe(true);
  },
);

test.each([
  ["nothing", ""],
  ["an asterisk", "*"],
  ["no slash in front", "api/runs"],
  ["two slashes in front", "//evil.example/"],
  ["two slashes within", "/api//runs"],
  ["two slashes at the end", "/api//"],
  ["a backslash", "/\\evil.example"],
  ["another site", "http://127.0.0.1/"],
  ["a way up", "/api/../etc"],
  ["an encoded way up", "/api/%2e%2E/etc"],
  ["a place of its own", "/./api"],
  ["NUL", "/runs/%00"],
  ["a cut encoding", "/runs/%4"],
  ["no UTF-8", "/runs/%E0%A4%A"],
  ["half of a pair", "/runs/%ED%A0%80"],
  ["a space", "/runs/a b"],
  ["a byte that is not ASCII", "/runs/\xe9"],
  ["a fragment", "/runs#x"],
])("%s is none", (_what, pathname) => {
  expect(isAddress(pathname)).toBe(false);
});

test("every name that a browser encodes can be asked for", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (name) => {
      const { pathname } = new URL(`http://127.0.0.1/projects/${encodeURIComponent(name)}`);
      // Dots alone are a way, not a name, to browsers too.
      fc.pre(!/^\.{1,2}$/.test(name) && !name.includes("\0"));
      expect(isAddress(pathname)).toBe(true);
    }),
  );
});
