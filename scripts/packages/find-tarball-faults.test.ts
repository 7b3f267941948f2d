import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { root } from "../run-command.ts";
import { findTarballFaults } from "./find-tarball-faults.ts";

const manifest = {
  description: "d",
  keywords: ["k"],
  homepage: "h",
  bugs: "b",
  license: "Apache-2.0",
  engines: { node: ">=22" },
  repository: { type: "git" },
};

/** The faults of a package that has all it needs, and these files instead of its own. */
function faultsOf(files: Readonly<Record<string, string>>): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), "epochal-tarball-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const all = {
    "package.json": JSON.stringify(manifest),
    "README.md": "[docs](docs/a.md#the-first)",
    LICENSE: "l",
    "CHANGELOG.md": "# p\n\n## Unreleased\n",
    "docs/a.md": "# The first\n",
    ...files,
  };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const packed = { name: "@epochal/p", version: "1.0.0", tarball: "p.tgz", folder };
  return findTarballFaults(packed, [packed]);
}

test("a whole package has no faults", () => {
  expect(faultsOf({})).toEqual([]);
});

test.each([
  ["[a](docs/b.md)", "docs/b.md"],
  ["[a](../other/README.md)", "../other/README.md"],
  ["[a](docs/a.md#the-second)", "docs/a.md#the-second"],
  ["![a](docs/a.png)", "docs/a.png"],
  ['<img src="docs/a.png">', "docs/a.png"],
  ["[a](https://unpkg.com/@epochal/p/docs/b.md)", "https://unpkg.com/@epochal/p/docs/b.md"],
  ["[a](https://unpkg.com/@epochal/q/docs/a.md)", "https://unpkg.com/@epochal/q/docs/a.md"],
  ["[a](https://www.npmjs.com/package/@epochal/q)", "https://www.npmjs.com/package/@epochal/q"],
])("the link in %s is dead", (readme, target) => {
  expect(faultsOf({ "README.md": readme })).toEqual([
    `@epochal/p: README.md links to ${target}, which is not there`,
  ]);
});

test.each([
  "[a](https://unpkg.com/@epochal/p/docs/a.md)",
  "[a](https://www.npmjs.com/package/@epochal/p)",
  "[a](https://nodejs.org)",
  "```md\n[a](nowhere.md)\n```",
])("the link in %s is none or resolves", (readme) => {
  expect(faultsOf({ "README.md": readme })).toEqual([]);
});

test.each(Object.keys(manifest))("package.json without %s is a fault", (field) => {
  const text = JSON.stringify({ ...manifest, [field]: undefined });
  expect(faultsOf({ "package.json": text })).toEqual([`@epochal/p: package.json has no ${field}`]);
});

test("a path of the building machine is a fault, wherever it stands", () => {
  for (const file of ["dist/.next/server/a.js", "dist/a.json", "dist/a.js.map", ".hidden.json"])
    expect(faultsOf({ [file]: `"${root}/packages"` }), file).toEqual([
      expect.stringContaining(`${file} names ${root}`),
    ]);
});

test("a bundled package without its licence, and a changelog of nothing, are faults", () => {
  expect(faultsOf({ "dist/node_modules/@a/b/package.json": "{}" })).toEqual([
    "@epochal/p: dist/node_modules/@a/b has no licence text",
  ]);
  expect(faultsOf({ "CHANGELOG.md": "# p\n" })).toEqual([
    "@epochal/p: CHANGELOG.md tells of no release",
  ]);
});
