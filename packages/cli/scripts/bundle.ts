// The command as one file a command, with our own packages in it: hundreds of small files take longer to find than to run. What others
// wrote stays outside, with its licence.
import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const dist = path.join(import.meta.dirname, "../dist");
for (const file of readdirSync(dist)) {
  if (file !== ".tsbuildinfo") rmSync(path.join(dist, file), { recursive: true });
}
const manifest = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "../package.json"), "utf8"),
) as { readonly dependencies: Readonly<Record<string, string>> };
const own = /^@epochal\/(?:record|conclusions|store)$/;
const external = Object.keys(manifest.dependencies).filter((name) => !own.test(name));
await build({
  absWorkingDir: path.join(import.meta.dirname, ".."),
  entryPoints: ["src/main.ts"],
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node22",
  sourcemap: true,
  external,
  logLevel: "warning",
});
