// What comes with Epochal and what it is made with: under which licences, for which reason, from where.
import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");

/** Whoever installs Epochal may do anything with these, if the text of the licence stays beside them. */
const permissive = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "OFL-1.1",
]);
/** And of these are some that only make or check Epochal: nothing of them is published. */
const only = new Map([
  ["CC-BY-4.0", /^caniuse-lite$/],
  ["LGPL-3.0-or-later", /^@img\/sharp-libvips-/],
  ["MPL-2.0", /^(?:@axe-core\/playwright|axe-core|lightningcss(?:-.+)?)$/],
]);

interface Listed {
  readonly name: string;
}

/** Every package that is installed, by its licence; @param isPublished whether only what users get counts */
function byLicence(isPublished: boolean): Readonly<Record<string, readonly Listed[]>> {
  const args = ["licenses", "list", "-r", "--json", ...(isPublished ? ["--prod"] : [])];
  const said = execFileSync("pnpm", args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
  return JSON.parse(said) as Record<string, Listed[]>;
}

/** The names of licences in an expression such as `(MIT OR Apache-2.0)`. */
const licencesIn = (expression: string) =>
  expression.match(/[^\s()]+/g)?.filter(isNoOperator) ?? [];
const isNoOperator = (word: string) => !/^(?:AND|OR|WITH)$/.test(word);

test("nobody who installs Epochal gets a licence that asks more than to be kept beside its work", () => {
  const listed = byLicence(true);
  expect(Object.values(listed).flat().length).toBeGreaterThan(50);
  const others = Object.entries(listed).filter(
    ([expression]) => !licencesIn(expression).every((licence) => permissive.has(licence)),
  );
  expect(others).toEqual([]);
});

test("what makes and checks Epochal has a licence that was looked at", () => {
  const faults = Object.entries(byLicence(false)).flatMap(([expression, packages]) => {
    const unknown = licencesIn(expression).filter((licence) => !permissive.has(licence));
    return packages
      .filter(({ name }) => !unknown.every((licence) => only.get(licence)?.test(name)))
      .map(({ name }) => `${name}: ${expression}`);
  });
  expect(faults).toEqual([]);
});

test("every package that users get by name has its reason in a decision", () => {
  const decisions = globSync("docs/decisions/*.md", { cwd: root }).map(read).join("\n");
  const names = globSync("packages/*/package.json", { cwd: root }).flatMap((file) => {
    const { dependencies = {}, peerDependencies = {} } = JSON.parse(read(file)) as {
      dependencies?: Record<string, string>;
      peerDependencies?: Record<string, string>;
    };
    return Object.keys({ ...dependencies, ...peerDependencies });
  });
  const ofOthers = [...new Set(names)].filter((name) => !/^(?:@epochal\/.+|epochal)$/.test(name));
  expect(ofOthers.length).toBeGreaterThan(5);
  expect(ofOthers.filter((name) => !decisions.includes(name))).toEqual([]);
});

test("every package comes from the registry, whole as it was first seen", () => {
  const resolutions = read("pnpm-lock.yaml").match(/^ +resolution: .*$/gm) ?? [];
  expect(resolutions.length).toBeGreaterThan(300);
  const others = resolutions.filter((line) => !/\{integrity: sha512-[\w+/]+=*\}$/.test(line));
  expect(others).toEqual([]);
});
