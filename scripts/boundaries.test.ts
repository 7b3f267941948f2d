import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = path.join(import.meta.dirname, "..");
const biome = path.join(root, "node_modules/.bin/biome");
let copy: string;

// A copy of the rules and the package manifests: what is linted here must not disturb what others read meanwhile.
beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), "epochal-boundaries-"));
  for (const file of ["biome.json", ".gitignore", "package.json", "scripts/lint"])
    cpSync(path.join(root, file), path.join(copy, file), { recursive: true });
  for (const name of readdirSync(path.join(root, "packages"))) {
    const manifest = path.join("packages", name, "package.json");
    cpSync(path.join(root, manifest), path.join(copy, manifest));
  }
});

afterAll(() => rmSync(copy, { recursive: true }));

function lint(files: Record<string, string>): string {
  for (const [file, text] of Object.entries(files)) {
    const place = path.join(copy, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  const { stdout, stderr } = spawnSync(
    biome,
    ["lint", "--max-diagnostics=none", "--vcs-enabled=false", ...Object.keys(files)],
    { cwd: copy, encoding: "utf8" },
  );
  return stdout + stderr;
}

test.each([
  {
    what: "a metric that imports a callback",
    file: "packages/callbacks/src/metrics/a.ts",
    text: 'import { History } from "../callbacks/history.ts";\nexport const a = History;\n',
    says: "Metrics know nothing of callbacks or runs",
  },
  {
    what: "a store that imports the callbacks' code",
    file: "packages/store/src/b.ts",
    text: 'import { AUC } from "@epochal/callbacks";\nexport const b = AUC;\n',
    says: "@epochal/callbacks isn't specified",
  },
  {
    what: "callbacks that import the store",
    file: "packages/callbacks/src/c.ts",
    text: 'import { openStore } from "@epochal/store";\nexport const c = openStore;\n',
    says: "@epochal/store isn't specified",
  },
  {
    what: "a chart that opens the store",
    file: "packages/dashboard/src/charts/d.ts",
    text: 'import { openStore } from "@epochal/store";\nexport const d = openStore;\n',
    says: "Only src/server opens the store",
  },
  {
    what: "a page that takes parts of the headless set itself",
    file: "packages/dashboard/src/compare/h.ts",
    text: 'import { Menu } from "@base-ui/react/menu";\nexport const h = Menu;\n',
    says: "Only src/ui knows the headless set",
  },
  {
    what: "a link that has a page made which nobody goes to",
    file: "packages/dashboard/src/compare/m.ts",
    text: 'import Link from "next/link";\nexport const m = Link;\n',
    says: "PageLink of src/ui/page-link.tsx",
  },
  {
    what: "a store that imports the dashboard",
    file: "packages/store/src/e.ts",
    text: 'import { serve } from "@epochal/dashboard";\nexport const e = serve;\n',
    says: "@epochal/dashboard isn't specified",
  },
  {
    what: "a record that needs Node",
    file: "packages/record/src/redaction/j.ts",
    text: 'import { readFileSync } from "node:fs";\nexport const j = readFileSync;\n',
    says: "noNodejsModules",
  },
  {
    what: "a command that writes to the terminal itself",
    file: "packages/cli/src/commands/k.ts",
    text: "export const k = (name: string) => process.stderr.write(name);\n",
    says: "All text takes one way out to the terminal",
  },
  {
    what: "a command that writes to the terminal by an import",
    file: "packages/cli/src/commands/l.ts",
    text: 'import { stdout } from "node:process";\nexport const l = (name: string) => stdout.write(name);\n',
    says: "All text takes one way out to the terminal",
  },
])("the linter refuses $what", ({ file, text, says }) => {
  expect(lint({ [file]: text })).toContain(says);
});

test("the linter refuses an import cycle", () => {
  const said = lint({
    "packages/store/src/f.ts": 'import { g } from "./g.ts";\nexport const f = () => g;\n',
    "packages/store/src/g.ts": 'import { f } from "./f.ts";\nexport const g = () => f;\n',
  });
  expect(said).toContain("noImportCycles");
});

test("the linter lets the store import the port, and the dashboard's server the store", () => {
  const said = lint({
    "packages/store/src/h.ts":
      'import type { RunWriter } from "@epochal/record";\n\nexport type H = RunWriter;\n',
    "packages/dashboard/src/server/i.ts":
      'import { openStore } from "@epochal/store";\n\nexport const i = openStore;\n',
  });
  expect(said).toContain("Checked 2 files");
  expect(said).not.toContain("Found");
});
