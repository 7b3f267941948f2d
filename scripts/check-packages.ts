// The packages as users get them: packed, inspected, installed by npm in an empty folder, and used as the READMEs say, on
// the Node.js versions they are for and on those they refuse.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkBundles, checkNextPage } from "./packages/check-bundles.ts";
import { checkCopies } from "./packages/check-copies.ts";
import { checkAlone, checkDocTypes, packagesAlone } from "./packages/check-doc-types.ts";
import { checkRun } from "./packages/check-run.ts";
import { findTarballFaults } from "./packages/find-tarball-faults.ts";
import { serveRegistry } from "./packages/local-registry.ts";
import { must } from "./packages/must.ts";
import { nodeBinary } from "./packages/node-binary.ts";
import { type PackedPackage, packPackages } from "./packages/packed-package.ts";
import { pasteReadme } from "./packages/paste-readme.ts";
import { runCommand } from "./run-command.ts";

const isFull = process.env.EPOCHAL_FULL === "1";
const oldest = "22.14.0";
const newest = "26.10.0";
const refused = isFull ? ["20.20.2", "22.12.0", "22.13.1", "23.5.0"] : ["22.13.1"];
/** Those on which the installed command runs programs: without types taken out, with, and newer ones. */
const running = isFull ? ["22.14.0", "22.18.0", "24.21.0", "26.10.0"] : ["22.14.0"];
const others = isFull ? ["23.6.1", "24.21.0"] : [];
const readmes = ["record", "conclusions", "panel", "callbacks", "store", "dashboard", "cli"].map(
  (it) => `packages/${it}/README.md`,
);
/** The compiler is that of the repository. */
const nodeTypes = "@types/node@22.20.5";
/** What a page of the docs installs besides. */
const wasm = "@tensorflow/tfjs-backend-wasm@4.22.0";

async function inspect({ name, tarball }: PackedPackage): Promise<void> {
  await must(`publint ${name}`, "publint", [tarball, "--strict"]);
  if (/record|conclusions|panel|callbacks|store/.test(name))
    await must(`attw ${name}`, "attw", [tarball, "--profile", "esm-only"]);
}

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "epochal-installed-"));
  try {
    await must("npm init -y", "npm", ["init", "-y"], { cwd: folder });
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The environment in which a version of Node.js stands first. */
async function onNode(version: string): Promise<Record<string, string>> {
  const bin = await nodeBinary(version);
  const env = { ...npm, PATH: `${bin}${path.delimiter}${process.env.PATH}` };
  const found = await must(`Node ${version} is used`, "node", ["--version"], { env });
  if (found.trim() !== `v${version}`) throw new Error(`Node ${version}: got ${found}`);
  return env;
}

/** On a Node.js that would crash, program, command and dashboard end with a sentence. */
async function beRefused(version: string, folder: string): Promise<void> {
  const env = await onNode(version);
  for (const line of ["node record.mjs", "node dashboard.mjs", "npx epochal ls", "npx epochal"]) {
    const [command = "", ...args] = line.split(" ");
    const { code, output } = await runCommand(command, args, { cwd: folder, env, quiet: true });
    const says = `needs Node.js 22.14 or newer, and of 23 at least 23.6, because its SQLite library crashes older ones. This is ${version}: install the newest version`;
    if (code !== 1 || !output.includes(says))
      throw new Error(`${line} on Node ${version} ended with ${code}:\n${output}`);
    console.log(`  ${line} is refused on Node ${version}: ok`);
  }
}

async function runTypeScript(version: string, folder: string): Promise<void> {
  const env = await onNode(version);
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const strips = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
  const flags = strips ? [] : ["--experimental-strip-types"];
  const line = ["node", ...flags, "train.mts"].join(" ");
  await must(`${line} on Node ${version}`, "node", [...flags, "train.mts"], { cwd: folder, env });
}

const packages = await packPackages([
  "record",
  "conclusions",
  "panel",
  "callbacks",
  "store",
  "dashboard",
  "cli",
]);
const faults = packages.flatMap((each) => findTarballFaults(each, packages));
if (faults.length > 0) throw new Error(`${faults.length} faults:\n${faults.join("\n")}`);
console.log("  what the tarballs hold: ok");
await Promise.all(packages.map(inspect));

const registry = await serveRegistry(packages);
const npm = {
  npm_config_registry: registry.url,
  npm_config_audit: "false",
  npm_config_fund: "false",
  npm_config_prefer_offline: "true",
  npm_config_update_notifier: "false",
  npm_config_yes: "true",
  EPOCHAL_STORE: "",
};
/** As the READMEs say, in one folder. */
const asTheReadmesSay = () =>
  inFolder(async (folder) => {
    const env = await onNode(oldest);
    const given = { folder, project: "first-steps" };
    await pasteReadme("README.md", { ...given, env, isInstalled: false });
    for (const readme of readmes) await pasteReadme(readme, { ...given, env, isInstalled: true });
    for (const version of [...others, newest])
      await pasteReadme("README.md", { ...given, env: await onNode(version), isInstalled: true });
    await must("cp train.mjs train.mts", "cp", ["train.mjs", "train.mts"], { cwd: folder });
    for (const version of [oldest, ...others, newest]) await runTypeScript(version, folder);
    for (const version of running)
      await checkRun(folder, await onNode(version), { version, isFull });
    for (const version of refused) await beRefused(version, folder);
    await must("npm install types", "npm", ["install", nodeTypes, wasm], {
      cwd: folder,
      env: npm,
    });
    await checkDocTypes(folder);
    await checkBundles(folder);
  });
/** Each where nothing else is. */
async function alone(): Promise<void> {
  for (const name of packagesAlone)
    await inFolder(async (folder) => {
      const peer = name === "callbacks" ? ["@tensorflow/tfjs"] : [];
      const wanted = [`@epochal/${name}`, ...peer, nodeTypes];
      await must(`npm install @epochal/${name}`, "npm", ["install", ...wanted], {
        cwd: folder,
        env: npm,
      });
      await checkAlone(name, folder);
    });
  await inFolder(async (folder) => checkCopies(folder, await onNode(oldest)));
}
// Two at a time: each waits for npm and for disks half of its time.
await Promise.all([asTheReadmesSay(), alone()]);
if (isFull)
  // `npx epochal ls` of the command's README needs a run.
  for (const readme of readmes.filter((it) => !it.includes("cli")))
    await inFolder(async (folder) => {
      await must("npm install for the runs", "npm", ["install", "@tensorflow/tfjs"], {
        cwd: folder,
        env: npm,
      });
      await pasteReadme(readme, { folder, env: await onNode(oldest), isInstalled: false });
    });
if (isFull)
  for (const bundler of ["turbopack", "webpack"] as const)
    await inFolder(async (folder) => {
      const wanted = ["@epochal/store", "next@16.4.6", "react@19.3.1", "react-dom@19.3.1"];
      await must("npm install next", "npm", ["install", ...wanted], { cwd: folder, env: npm });
      await checkNextPage(folder, bundler);
    });
registry.close();
