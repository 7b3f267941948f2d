// The command as one file a command, with our own packages in it: hundreds of small files take longer to find than to run. What others
// wrote stays outside, with its licence.
import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";

const dist = path.join(import.meta.dirname, "../dist");
for (const file of readdirSync(dist)) {
  if (file !== ".tsbuildinfo") rmSync(path.join(dist, file), { recursive: true });
}
const manifest = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "../package.json"), "utf8"),
) as { readonly dependencies: Readonly<Record<string, string>> };
const own = /^@epochal\/(?:record|conclusions|store)$/;
/** The TensorFlow.js of the program that is recorded: the command has none of its own. */
const programTensorFlow: Plugin = {
  name: "program-tensorflow",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@tensorflow\/tfjs$/ }, () => ({ path: "it", namespace: "program" }));
    onLoad({ filter: /.*/, namespace: "program" }, () => ({
      contents: 'module.exports = globalThis[Symbol.for("epochal.tensorflow")];',
    }));
  },
};
const external = Object.keys(manifest.dependencies).filter((name) => !own.test(name));
const shared = {
  absWorkingDir: path.join(import.meta.dirname, ".."),
  outdir: "dist",
  bundle: true,
  platform: "node",
  target: "node22",
  sourcemap: true,
  external,
  logLevel: "warning",
} as const satisfies BuildOptions;
await build({
  ...shared,
  entryPoints: { main: "src/main.ts", recorder: "src/preload/recorder.ts" },
  splitting: true,
  format: "esm",
  plugins: [programTensorFlow],
});
// CommonJS, because Node.js aborts where a thread is ended while it requires an ES module.
await build({
  ...shared,
  entryPoints: { preload: "src/preload/preload.ts" },
  format: "cjs",
  outExtension: { ".js": ".cjs" },
});
