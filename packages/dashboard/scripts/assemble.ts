// Puts together the server that the package ships: Next's standalone output with its static files, its node_modules
// flattened (npm drops links), and without native modules, which come as ordinary dependencies for each platform.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { licenseOf } from "./license-of.ts";
import { writeNotices } from "./write-notices.ts";

const here = path.join(import.meta.dirname, "..");
const root = path.join(here, "../..");
const standalone = path.join(here, ".next/standalone");
const app = path.join(standalone, path.relative(root, here));
const out = path.join(here, "dist");
/** With sharp goes what only sharp needs, and pg comes as an ordinary dependency, with all it needs. */
const leftOut = new Set([
  ...["better-sqlite3", "pg", "sharp", "@img", "detect-libc", "semver", "typescript"],
  ...["pg-cloudflare", "pg-connection-string", "pg-int8", "pg-pool", "pg-protocol", "pg-types"],
  ...["pgpass", "postgres-array", "postgres-bytea", "postgres-date", "postgres-interval"],
  ...["split2", "xtend"],
]);

/** What only builds and tests need. Everything else is bundled with all it depends on. */
const tools = new Set([
  "@epochal/testing",
  "@tailwindcss/postcss",
  "esbuild",
  "fast-check",
  "papaparse",
  "spdx-license-list",
  "typescript",
]);

/** What the pages and the server are made of. */
function bundledPackages(): string[] {
  const manifest = readFileSync(path.join(here, "package.json"), "utf8");
  const { devDependencies } = JSON.parse(manifest) as { devDependencies: Record<string, string> };
  return Object.keys(devDependencies).filter(
    (name) => !name.startsWith("@types/") && !tools.has(name),
  );
}

function packagesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) =>
    name.startsWith("@")
      ? readdirSync(path.join(folder, name)).map((inner) => `${name}/${inner}`)
      : [name],
  );
}

/** All but Next's own `server.js`: it would serve without the gate. */
function copyServer(): void {
  cpSync(path.join(app, ".next"), path.join(out, ".next"), {
    recursive: true,
    dereference: true,
    filter: (file) => !file.includes(`${path.sep}.next${path.sep}node_modules`),
  });
  cpSync(path.join(here, ".next/static"), path.join(out, ".next/static"), { recursive: true });
}

function copyPackages(): void {
  const store = path.join(standalone, "node_modules/.pnpm");
  for (const entry of readdirSync(store)) {
    const folder = path.join(store, entry, "node_modules");
    if (!existsSync(folder)) continue;
    for (const name of packagesIn(folder)) {
      const from = path.join(folder, name);
      const scope = name.split("/")[0] ?? name;
      // A link points at another entry, which is copied in its turn.
      if (leftOut.has(scope) || !existsSync(from) || realpathSync(from) !== from) continue;
      const to = path.join(out, "node_modules", name);
      cpSync(from, to, { recursive: true });
      // What is traced is code only.
      const license = licenseOf(path.join(root, path.relative(standalone, from)));
      if (license) writeFileSync(path.join(to, "LICENSE"), `${license.text}\n`);
    }
  }
}

/** Turbopack asks for each external package by a hashed name, through links in `.next/node_modules`. */
function aliasExternals(): void {
  const links = path.join(app, ".next/node_modules");
  for (const alias of existsSync(links) ? readdirSync(links) : []) {
    const manifest = readFileSync(path.join(links, alias, "package.json"), "utf8");
    const { name } = JSON.parse(manifest) as { name: string };
    const shim = path.join(out, ".next/node_modules", alias);
    mkdirSync(shim, { recursive: true });
    const shimManifest = { name: alias, main: "index.js", type: "commonjs" };
    writeFileSync(path.join(shim, "package.json"), `${JSON.stringify(shimManifest)}\n`);
    writeFileSync(
      path.join(shim, "index.js"),
      `module.exports = require(${JSON.stringify(name)});\n`,
    );
  }
}

/** Next writes down where it was built. At run time it goes by where it finds itself. */
function forgetWhereItWasBuilt(): void {
  const place = path.join(out, ".next/required-server-files.json");
  writeFileSync(place, readFileSync(place, "utf8").replaceAll(root, "/epochal"));
}

/** A lone half of a surrogate pair, escaped: no header and no cookie of a request can spell it. */
const UNSPEAKABLE = "\\ud800";

/** Next lets a request that carries a key of the build past the proxy; and what is published is no secret. */
function blankKeys(): void {
  const next = path.join(out, ".next");
  const read = (file: string) =>
    JSON.parse(readFileSync(path.join(next, "server", file), "utf8")) as Record<string, string>;
  const keys = [
    ...Object.values(read("preview-props.json")),
    read("server-reference-manifest.json").encryptionKey ?? "",
  ].filter((key) => key !== "");
  for (const entry of readdirSync(next, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/\.js(?:on)?$/.test(file)) continue;
    const text = readFileSync(file, "utf8");
    const blank = keys.reduce((rest, key) => rest.replaceAll(key, UNSPEAKABLE), text);
    if (blank !== text) writeFileSync(file, blank);
  }
}

rmSync(out, { recursive: true, force: true });
mkdirSync(path.join(out, "node_modules"), { recursive: true });
copyServer();
copyPackages();
aliasExternals();
forgetWhereItWasBuilt();
writeNotices(path.join(here, "THIRD-PARTY-NOTICES.txt"), here, bundledPackages());
blankKeys();
