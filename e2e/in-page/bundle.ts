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
  /** The paths of those that a page loads before anything is drawn. */
  readonly first: readonly string[];
}

/** What importing some names adds to a page that has TensorFlow.js anyway. @param from a package, or a file. @default the callbacks */
export async function bundleSize(names: string, from = "@epochal/callbacks"): Promise<BundleSize> {
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
          id.endsWith(entry) ? `export { ${names} } from ${JSON.stringify(from)};` : undefined,
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
    first: chunks.filter(({ isEntry }) => isEntry).flatMap((chunk) => chunk.moduleIds),
    minified: code.length,
    gzip: chunks.reduce((sum, chunk) => sum + gzipSync(chunk.code).length, 0),
    files: all.flatMap((id) => id.split("/callbacks/src/")[1] ?? []),
  };
}
