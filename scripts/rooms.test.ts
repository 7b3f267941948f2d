import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { findRoomFaults } from "./find-room-faults.ts";
import { type Import, importsIn, readImports } from "./read-imports.ts";

const root = path.join(import.meta.dirname, "..");
const imports = readImports(root);

const src = (name: string) => `packages/${name}/src`;
const callbacks = src("callbacks");

test("the rooms of each package form no circle, and packages import only those below them", () => {
  expect(imports.length).toBeGreaterThan(1000);
  expect(findRoomFaults(imports)).toEqual([]);
});

test("ARCHITECTURE.md tells of every room", () => {
  const text = readFileSync(path.join(root, "ARCHITECTURE.md"), "utf8");
  // A folder that git has emptied is none.
  const files = globSync("packages/*/src/*/**/*.*", { cwd: root });
  const rooms = [...new Set(files.map((file) => file.split(path.sep).slice(0, 4).join(path.sep)))];
  expect(rooms.length).toBeGreaterThan(50);
  const named = (room: string) => text.includes(`\`${room.split(path.sep).join("/")}/`);
  expect(rooms.filter((room) => !named(room))).toEqual([]);
});

test.each<{ what: string; planted: Import; says: string }>([
  {
    what: "an arrow back between two rooms",
    planted: {
      from: `${callbacks}/streaming/pass.ts`,
      to: `${callbacks}/metrics/metric.ts`,
    },
    says: `${callbacks}/streaming/pass.ts imports ${callbacks}/metrics/metric.ts`,
  },
  {
    what: "an arrow back by a long way round",
    planted: { from: `${callbacks}/text/csv.ts`, to: `${callbacks}/index.ts` },
    says: `${callbacks}/index.ts → `,
  },
  {
    what: "an arrow back between two rooms of a room",
    planted: {
      from: `${src("store")}/sqlite/rollup/bucket.ts`,
      to: `${src("store")}/sqlite/reads/bucket-range.ts`,
    },
    says: `${src("store")}/sqlite/rollup/bucket.ts imports ${src("store")}/sqlite/reads/bucket-range.ts`,
  },
  {
    what: "an arrow from a room to the file that opens it",
    planted: { from: `${src("store")}/journal/journal.ts`, to: `${src("store")}/open-store.ts` },
    says: `${src("store")}/journal/journal.ts imports ${src("store")}/open-store.ts`,
  },
  {
    what: "a store that imports the callbacks",
    planted: { from: `${src("store")}/a.ts`, to: "@epochal/callbacks" },
    says: "store may import conclusions, record",
  },
  {
    what: "a record that imports a file of the store",
    planted: { from: `${src("record")}/a.ts`, to: `${src("store")}/run.ts` },
    says: "record may import no package",
  },
  {
    what: "a store that imports the panel by a path of its package",
    planted: { from: `${src("store")}/a.ts`, to: "@epochal/panel/canvas" },
    says: "store may import conclusions, record",
  },
  {
    what: "a metric that imports a callback by way of a third file",
    planted: {
      from: `${callbacks}/arrays/arg-max.ts`,
      to: `${callbacks}/callbacks/history.ts`,
    },
    says: "a metric imports a callback",
  },
])("the check refuses $what", ({ planted, says }) => {
  expect(findRoomFaults([...imports, planted]).join("\n")).toContain(says);
});

test("the check sees every way to import, types included", () => {
  const text = `
    import type { A } from "./a.ts";
    import b, { type B } from "../b.ts";
    import "./c.ts";
    export type { D } from "./d.ts";
    export * from "./e.ts";
    const f = await import("./f.ts");
    type G = import("./g.ts").G;
    type H = typeof import("@epochal/record");
    const text = 'import "./no.ts"'; // import "./no.ts"
    export const view = <p>{text}</p>;`;
  expect(importsIn("packages/store/src/room/x.tsx", text)).toEqual([
    "packages/store/src/room/a.ts",
    "packages/store/src/b.ts",
    "packages/store/src/room/c.ts",
    "packages/store/src/room/d.ts",
    "packages/store/src/room/e.ts",
    "packages/store/src/room/f.ts",
    "packages/store/src/room/g.ts",
    "@epochal/record",
  ]);
});

test("the check refuses a source that it cannot read", () => {
  expect(() => importsIn("packages/store/src/x.ts", "import {")).toThrow("packages/store/src/x.ts");
});
