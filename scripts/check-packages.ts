// The packages as users get them: packed, inspected, installed by npm in an empty folder, and used as the README says.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readmeProgram } from "./readme-program.ts";
import { root, runCommand } from "./run-command.ts";

const NODE_24 = "24.21.0";
const TENSORFLOW = "@tensorflow/tfjs@4.22.0";
/** Serves the store that the README's lines made, and asks for the page of its project. */
const ASK_DASHBOARD = `
import { createServer } from "node:net";
import { serve } from "@epochal/dashboard";
const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});
const { url } = await serve({ store: process.cwd() + "/.epochal/runs.db", port });
const page = await (await fetch(url + "/projects/first-steps")).text();
const series = await fetch(url + "/api/runs?project=first-steps");
console.log(page.includes("val_auc"), series.status);
process.exit(page.includes("val_auc") && series.status === 200 ? 0 : 1);
`;
const packages = ["callbacks", "store", "dashboard", "cli"];
const packed = path.join(root, ".cache/packages");

async function must(
  what: string,
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<string> {
  const { code, output, stdout } = await runCommand(command, args, { ...options, quiet: true });
  if (code !== 0) {
    console.error(`${what} failed: ${command} ${args.join(" ")}\n${output}`);
    process.exit(1);
  }
  console.log(`  ${what}: ok`);
  return stdout;
}

async function pack(): Promise<string[]> {
  rmSync(packed, { recursive: true, force: true });
  mkdirSync(packed, { recursive: true });
  for (const name of packages)
    await must(`pack ${name}`, "pnpm", ["pack", "--pack-destination", packed], {
      cwd: path.join(root, "packages", name),
    });
  return readdirSync(packed).map((file) => path.join(packed, file));
}

async function inspect(tarball: string): Promise<void> {
  const name = path.basename(tarball, ".tgz");
  await must(`publint ${name}`, "publint", [tarball, "--strict"]);
  if (/callbacks|store/.test(name))
    await must(`attw ${name}`, "attw", [tarball, "--profile", "esm-only"]);
}

/** Runs the README's lines and `npx epochal ls` on the Node that stands first in `bin`. */
async function use(
  tarballs: readonly string[],
  label: string,
  more: readonly string[],
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "epochal-installed-"));
  try {
    writeFileSync(
      path.join(folder, "package.json"),
      `${JSON.stringify({ private: true, type: "module" })}\n`,
    );
    writeFileSync(
      path.join(folder, "train.js"),
      readmeProgram(readFileSync(path.join(root, "README.md"), "utf8")),
    );
    const npm = ["install", "--no-audit", "--no-fund", "--prefer-offline", TENSORFLOW, ...more];
    await must(`npm install on ${label}`, "npm", [...npm, ...tarballs], { cwd: folder });
    const bin = path.join(folder, "node_modules/.bin");
    const env = { PATH: `${bin}${path.delimiter}${process.env.PATH}`, EPOCHAL_STORE: "" };
    const version = await must(`${label} is used`, "node", ["--version"], { cwd: folder, env });
    if (!version.includes(label.replace("Node ", "v"))) throw new Error(`${label}: got ${version}`);
    await must("the README's lines", "node", ["train.js"], { cwd: folder, env });
    if (!existsSync(path.join(folder, ".epochal/runs.db"))) throw new Error("no store was made");
    const listed = await must("npx epochal ls", "npx", ["epochal", "ls", "--json"], {
      cwd: folder,
      env,
    });
    const { runs } = JSON.parse(listed) as { runs: { status: { state: string } }[] };
    if (runs.length !== 1 || !["finished", "stopped_early"].includes(runs[0]?.status.state ?? ""))
      throw new Error(`npx epochal ls shows ${listed}`);
    writeFileSync(path.join(folder, "ask.js"), ASK_DASHBOARD);
    await must("the dashboard answers", "node", ["ask.js"], { cwd: folder, env });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const tarballs = await pack();
for (const tarball of tarballs) await inspect(tarball);
await use(tarballs, "Node 22", []);
await use(tarballs, "Node 24", [`node@${NODE_24}`]);
