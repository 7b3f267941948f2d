import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { nodeFault } from "../packages/dashboard/bin/node-fault.js";
import { assertSupportedNode } from "../packages/store/src/assert-supported-node.ts";
import { root } from "./run-command.ts";

const refused = [
  "14.21.3",
  "18.20.8",
  "20.20.2",
  "21.7.3",
  "22.0.0",
  "22.13.1",
  "23.0.0",
  "23.5.0",
];
const taken = ["22.14.0", "22.23.3", "23.6.0", "23.11.1", "24.0.0", "26.10.0", "30.0.0"];

test.each(refused)("Node %s is refused, and told what is needed and what to do", (version) => {
  const said = `Node.js 22.14 or newer, and of 23 at least 23.6, because its SQLite library crashes older ones. This is ${version}: install the newest version`;
  expect(nodeFault(version)).toContain(said);
  expect(() => assertSupportedNode(version)).toThrow(
    expect.objectContaining({
      code: "unsupported_node",
      message: expect.stringContaining(said),
    }),
  );
});

test.each(taken)("Node %s is taken", (version) => {
  expect(nodeFault(version)).toBeUndefined();
  expect(() => assertSupportedNode(version)).not.toThrow();
});

test.each(["store", "dashboard", "cli"])("the engines of %s say the same", (name) => {
  const manifest = readFileSync(path.join(root, "packages", name, "package.json"), "utf8");
  expect(JSON.parse(manifest).engines).toEqual({ node: ">=22.14 <23 || >=23.6" });
});
