// The threads of the store as one file each, with our own packages in it: a thread finds and reads all of its files anew, and that takes
// longer than to fold a small run. What others wrote stays outside, with its licence.
import { readFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const root = path.join(import.meta.dirname, "..");
const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
  readonly dependencies: Readonly<Record<string, string>>;
};
await build({
  absWorkingDir: root,
  entryPoints: [
    "src/local/thread-entry.js",
    "src/local/postgres-thread-entry.js",
    "src/remote/thread-entry.js",
    "src/postgres/connection/io-thread-entry.js",
    "src/reading/reading-thread-entry.js",
  ],
  outdir: "dist",
  outbase: "src",
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node22",
  sourcemap: true,
  external: Object.keys(manifest.dependencies).filter((name) => !name.startsWith("@epochal/")),
  logLevel: "warning",
});
