#!/usr/bin/env node
// JavaScript that any Node can read, so that an old one is told what is wrong.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { nodeFault } from "@epochal/dashboard/node-fault";

const fault = nodeFault();
if (fault) {
  process.stderr.write(`${fault}\n`);
  process.exit(1);
}

// Asked for by scripts and installers: needs nothing else.
if (process.argv.length === 3 && ["--version", "-V"].includes(process.argv[2] ?? "")) {
  const manifest = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  process.stdout.write(`${JSON.parse(manifest).version}\n`);
  process.exit(0);
}

// In the workspace the sources run, so that no build can be stale. Node strips no types inside node_modules: installed, it is
// the build.
const isInstalled = fileURLToPath(import.meta.url).includes("node_modules");
const main = isInstalled ? "../dist/main.js" : "../src/main.ts";
const { run } = await import(main);
await run(process.argv);
