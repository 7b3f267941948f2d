import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";

export interface BundleSize {
  readonly minified: number;
  readonly gzip: number;
  /** The files of the package that are in it. */
  readonly files: readonly string[];
  /** The paths of all files that are in it. */
  readonly all: readonly string[];
}

/** What importing some names adds to a page that has TensorFlow.js anyway. */
export async function bundleSize(names: string): Promise<BundleSize> {
  const entry = "virtual:entry";
  const result = await build({
    configFile: false,
    logLevel: "silent",
    root: import.meta.dirname,
    plugins: [
      {
        name: "entry",
        enforce: "pre",
        resolveId: (id) => (id.endsWith(entry) ? path.join(import.meta.dirname, entry) : undefined),
        load: (id) =>
          id.endsWith(entry) ? `export { ${names} } from "@epochal/callbacks";` : undefined,
      },
    ],
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: "strict",
        external: ["@tensorflow/tfjs"],
      },
    },
  });
  const [output] = [result].flat();
  if (output === undefined || !("output" in output)) throw new Error("vite built nothing");
  const chunks = output.output.filter((each) => each.type === "chunk");
  const code = chunks.map((chunk) => chunk.code).join("");
  const all = chunks.flatMap((chunk) => chunk.moduleIds);
  return {
    all,
    minified: code.length,
    gzip: gzipSync(code).length,
    files: all.flatMap((id) => id.split("/callbacks/src/")[1] ?? []),
  };
}
