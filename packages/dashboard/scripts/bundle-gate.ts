// The gate and the threads that it starts, as a file each, with our own packages in them. What others wrote stays outside, but for the
// small libraries of our own packages, whose licences are told with those of the pages.
import path from "node:path";
import { build } from "esbuild";

await build({
  absWorkingDir: path.join(import.meta.dirname, ".."),
  entryPoints: {
    serve: "src/server/gate/serve.ts",
    "ingest-thread-entry": "src/server/ingest/ingest-thread-entry.js",
    // Asked where the store is on a PostgreSQL server.
    "io-thread-entry": "../store/src/postgres/connection/io-thread-entry.js",
    "reading-thread-entry": "../store/src/reading/reading-thread-entry.js",
  },
  outdir: "dist/gate",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node22",
  external: ["better-sqlite3", "pg"],
  logLevel: "warning",
});
