// How long the command takes as its users have it: packed, and installed by npm in an empty folder. Build first: pnpm run -r build
// pnpm exec node bench/command.ts [rounds] [runs]
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { openStore } from "@epochal/store";
import { serveRegistry } from "../scripts/packages/local-registry.ts";
import { must } from "../scripts/packages/must.ts";
import { packPackages } from "../scripts/packages/packed-package.ts";
import { percentile, report } from "./report.ts";

const rounds = Number(process.argv[2] ?? 15);
const many = Number(process.argv[3] ?? 10_000);
const few = 30;
const folder = mkdtempSync(path.join(tmpdir(), "epochal-bench-"));

async function install(): Promise<void> {
  const names = ["record", "conclusions", "callbacks", "store", "dashboard", "cli"];
  const registry = await serveRegistry(await packPackages(names));
  const env = {
    npm_config_registry: registry.url,
    npm_config_audit: "false",
    npm_config_fund: "false",
  };
  await must("npm init -y", "npm", ["init", "-y"], { cwd: folder });
  await must("npm install epochal", "npm", ["install", "epochal"], { cwd: folder, env });
  registry.close();
}

async function record(runs: number): Promise<string> {
  const location = path.join(folder, `${runs}.db`);
  const store = await openStore(location);
  for (let n = 0; n < runs; n++) {
    const config = { learningRate: 10 ** -(n % 5), units: 8 << (n % 4), seed: n };
    const run = await store.startRun({ project: "bench", name: `run ${n}`, config, record: false });
    for (let epoch = 0; epoch < 8; epoch++) {
      const loss = 1 / (epoch + 1 + (n % 7));
      run.log({ loss, val_loss: 1.1 * loss, val_auc: 1 - loss / 2 }, { step: epoch, epoch });
    }
    const ended = run.finish();
    if (n % 500 === 0) await ended;
  }
  await store.close();
  return location;
}

await install();
const [small, large] = [await record(few), await record(many)];
const bin = path.join(folder, "node_modules/epochal/bin/epochal.js");
const sqlite = "import('better-sqlite3').then(({ default: D }) => new D(':memory:').exec(''))";
const lines: readonly (readonly [name: string, args: readonly string[]])[] = [
  ["node -e 0", ["-e", "0"]],
  ["SQLite loaded, and no more", ["-e", sqlite]],
  ["epochal --version", [bin, "--version"]],
  ["epochal ls --help", [bin, "ls", "--help"]],
  [`epochal ls, ${few} runs`, [bin, "ls", "--store", small]],
  [`epochal ls, ${many} runs`, [bin, "ls", "--store", large]],
  [`epochal ls --limit ${many}`, [bin, "ls", "--store", large, "--limit", String(many)]],
];
const millis = lines.map(() => new Float64Array(rounds));
// Interleaved, so that what else the machine does weighs on all alike.
for (let round = 0; round < rounds; round++)
  for (const [at, [name, args]] of lines.entries()) {
    const begin = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: folder,
      maxBuffer: 1e9,
      encoding: "utf8",
    });
    const took = performance.now() - begin;
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
    const row = millis[at];
    if (row !== undefined) row[round] = took;
  }
for (const [what, share] of [
  ["median", 0.5],
  ["fastest", 0],
] as const) {
  console.log(`\n${what} of ${rounds}`);
  report(
    "ms",
    lines.map(([name], at) => [name, percentile(millis[at] ?? new Float64Array(), share)]),
  );
}
rmSync(folder, { recursive: true });
