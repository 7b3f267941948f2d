// Puts together the server that the package ships: dist/ is Next's standalone output with its static files, its
// node_modules flattened (npm drops links), and no native modules: those are ordinary dependencies, so that every platform gets its own.
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

const here = path.join(import.meta.dirname, "..");
const standalone = path.join(here, ".next/standalone");
const app = path.join(standalone, path.relative(path.join(here, "../.."), here));
const out = path.join(here, "dist");
const native = new Set(["better-sqlite3", "sharp", "@img", "bindings", "file-uri-to-path", "detect-libc"]);

function listPackages(folder: string): string[] {
  return readdirSync(folder).flatMap((name) =>
    name.startsWith("@")
      ? readdirSync(path.join(folder, name)).map((scoped) => `${name}/${scoped}`)
      : [name],
  );
}

function copyServer(): void {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(path.join(out, "node_modules"), { recursive: true });
  cpSync(path.join(app, "server.js"), path.join(out, "server.js"));
  // The server is CommonJS, the package around it is not.
  writeFileSync(path.join(out, "package.json"), `${JSON.stringify({ type: "commonjs" })}\n`);
  cpSync(path.join(app, ".next"), path.join(out, ".next"), {
    recursive: true,
    dereference: true,
    filter: (file) => !file.includes(`${path.sep}.next${path.sep}node_modules`),
  });
  cpSync(path.join(here, ".next/static"), path.join(out, ".next/static"), { recursive: true });
}

function copyPackages(): void {
  const entries = path.join(standalone, "node_modules/.pnpm");
  for (const entry of readdirSync(entries)) {
    const folder = path.join(entries, entry, "node_modules");
    if (!existsSync(folder)) continue;
    for (const name of listPackages(folder)) {
      const from = path.join(folder, name);
      const isLink = existsSync(from) && realpathSync(from) !== from;
      if (native.has(name.split("/")[0] ?? name) || !existsSync(from) || isLink) continue;
      cpSync(from, path.join(out, "node_modules", name), { recursive: true });
    }
  }
}

/** Turbopack asks for each external package by a hashed name, through links in .next/node_modules: a shim stands in for each. */
function writeShims(): void {
  const links = path.join(app, ".next/node_modules");
  for (const alias of existsSync(links) ? listPackages(links) : []) {
    const manifest = readFileSync(path.join(links, alias, "package.json"), "utf8");
    const { name } = JSON.parse(manifest) as { name: string };
    const shim = path.join(out, ".next/node_modules", alias);
    mkdirSync(shim, { recursive: true });
    writeFileSync(
      path.join(shim, "package.json"),
      `${JSON.stringify({ name: alias, main: "index.js" })}\n`,
    );
    writeFileSync(
      path.join(shim, "index.js"),
      `module.exports = require(${JSON.stringify(name)});\n`,
    );
  }
}

copyServer();
copyPackages();
writeShims();
