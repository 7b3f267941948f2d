import { globSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { policy, ruleOf } from "./policy.ts";

const app = path.join(import.meta.dirname, "../../app");
const routes = globSync("**/{page.tsx,route.ts}", { cwd: app })
  .map((file) => `/${path.dirname(file)}`.replace(/^\/\.$/, "/"))
  .sort();

test("every route of the app has a rule", () => {
  expect(routes.length).toBeGreaterThan(25);
  expect(routes.filter((route) => !Object.hasOwn(policy, route))).toEqual([]);
});

test.each([
  ["/", "/"],
  ["/runs/a1", "/runs/[id]"],
  ["/runs/a1/", "/runs/[id]"],
  ["/diff/groups", "/diff/groups"],
  ["/diff/a...b", "/diff/[pair]"],
  ["/api/runs/changes", "/api/runs/changes"],
  ["/api/runs/a1", "/api/runs/[id]"],
  ["/_next/static/chunks/a~1.js", "/_next/static/[...file]"],
])("the rule of %s is that of %s", (pathname, route) => {
  expect(ruleOf(pathname).route).toBe(route);
});

test.each([
  "/api",
  "/api/run%73",
  "/API/runs",
  "/api/runs/a/b",
  "/_next/data/x.json",
  "/_next/image",
  "/_next/static/..%2f..%2fapi",
  "/iconXsvg",
  "/login/x",
])("%s has none, and is what is not there", (pathname) => {
  expect(ruleOf(pathname).route).toBe("/_not-found");
});
