// Loaded before every process and thread that the tests start: `node --import`. Node.js takes the types out of each file each
// time anew, and reads the long package.json of drizzle-orm again for each file of it. Here both are done once: a process with
// a store starts in a quarter of the time. The folding thread starts from one file, as it does in the published package.
// JavaScript, because it is loaded before there is anything that takes types out.
import { mkdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from "node:fs";
import * as nodeModule from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { threadId } from "node:worker_threads";

const root = path.join(import.meta.dirname, "..");
const rootUrl = pathToFileURL(`${root}/`).href;
const cache = path.join(root, ".cache/without-types");
const threadUrl = new URL("packages/store/src/local/thread-entry.js", rootUrl).href;

const isOurs = (url) =>
  url.startsWith(rootUrl) && url.endsWith(".ts") && !url.includes("/node_modules/");
const isDrizzle = (url) => url.includes("/node_modules/drizzle-orm/") && url.endsWith(".js");

/** The same lines and columns, without types. */
function withoutTypes(url) {
  const file = fileURLToPath(url);
  const kept = path.join(cache, path.relative(root, file));
  const { mtime, mtimeMs } = statSync(file);
  try {
    if (Math.abs(statSync(kept).mtimeMs - mtimeMs) < 1) return readFileSync(kept, "utf8");
  } catch {
    // Nobody has needed it before.
  }
  const source = stripQuietly(readFileSync(file, "utf8"));
  keep(kept, source, mtime);
  return source;
}

/** The folding thread in one file, as `packages/store/scripts/bundle-threads.ts` publishes it. */
function threadInOneFile() {
  const kept = path.join(cache, "folding-thread.json");
  try {
    const { files, source } = JSON.parse(readFileSync(kept, "utf8"));
    const isOfNow = ([file, mtimeMs]) => statSync(path.join(root, file)).mtimeMs === mtimeMs;
    if (Object.entries(files).every(isOfNow)) return source;
  } catch {
    // Nobody has needed it before, or a file of it is gone.
  }
  const { buildSync } = nodeModule.createRequire(import.meta.url)("esbuild");
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: [fileURLToPath(threadUrl)],
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node22",
    external: ["better-sqlite3", "drizzle-orm", "valibot"],
    metafile: true,
    write: false,
  });
  const [{ text: source }] = outputFiles;
  const files = Object.fromEntries(
    Object.keys(metafile.inputs).map((file) => [file, statSync(path.join(root, file)).mtimeMs]),
  );
  keep(kept, JSON.stringify({ files, source }));
  return source;
}

/** Others may read the file at this moment. */
function keep(file, text, mtime = new Date()) {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const whole = `${file}.${process.pid}.${threadId}`;
    writeFileSync(whole, text);
    utimesSync(whole, mtime, mtime);
    renameSync(whole, file);
  } catch {
    // Then it is done again next time.
  }
}

/** Tests read what programs say on their error output. */
function stripQuietly(source) {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return nodeModule.stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}

// Node.js 22.14 has no such hooks: there it all takes its time.
nodeModule.registerHooks?.({
  resolve(specifier, context, next) {
    const from = context.parentURL ?? "";
    if (!specifier.startsWith(".") || !(isOurs(from) || isDrizzle(from)))
      return next(specifier, context);
    const { href } = new URL(specifier, from);
    if (!isOurs(href) && !isDrizzle(href)) return next(specifier, context);
    return { url: href, format: "module", shortCircuit: true };
  },
  load(url, context, next) {
    if (url === threadUrl)
      return { format: "module", source: threadInOneFile(), shortCircuit: true };
    if (isOurs(url)) return { format: "module", source: withoutTypes(url), shortCircuit: true };
    if (isDrizzle(url) && context.format === "module") {
      return { format: "module", source: readFileSync(fileURLToPath(url)), shortCircuit: true };
    }
    return next(url, context);
  },
});
