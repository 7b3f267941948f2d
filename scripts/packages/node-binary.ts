import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cacheFolder } from "../cache-folder.ts";
import { runCommand } from "../run-command.ts";

const asked = new Map<string, Promise<string>>();

/** The folder with the program `node` of a version, from the npm registry, kept for the next time. */
export function nodeBinary(version: string): Promise<string> {
  const known = asked.get(version);
  if (known !== undefined) return known;
  const bin = obtain(version);
  asked.set(version, bin);
  return bin;
}

async function obtain(version: string): Promise<string> {
  const place = path.join(cacheFolder, `node-${version}`);
  const bin = path.join(place, "node_modules/node/bin");
  if (existsSync(path.join(bin, "node"))) return bin;
  // Made beside its place, so that what was interrupted is never taken for whole.
  const making = `${place}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  writeFileSync(path.join(making, "package.json"), "{}\n");
  const { code, output } = await runCommand(
    "npm",
    ["install", "--no-audit", "--no-fund", `node@${version}`],
    { cwd: making, quiet: true },
  );
  if (code !== 0) throw new Error(`node@${version} cannot be installed:\n${output}`);
  rmSync(place, { recursive: true, force: true });
  renameSync(making, place);
  return bin;
}
