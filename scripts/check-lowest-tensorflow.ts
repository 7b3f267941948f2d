// Runs the tests of the callbacks on the lowest TensorFlow.js that they take, in a copy of the repository.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { must } from "./packages/must.ts";
import { root, runCommand } from "./run-command.ts";

const manifest = readFileSync(path.join(root, "packages/callbacks/package.json"), "utf8");
const { peerDependencies } = JSON.parse(manifest) as { peerDependencies: Record<string, string> };
const lowest = peerDependencies["@tensorflow/tfjs"]?.replace("^", "") ?? "";

const copy = mkdtempSync(path.join(tmpdir(), "epochal-lowest-"));
try {
  const list = await must("the files are listed", "git", ["ls-files", "-co", "--exclude-standard"]);
  for (const file of list.split("\n").filter(Boolean)) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    cpSync(path.join(root, file), path.join(copy, file));
  }
  const workspace = path.join(copy, "pnpm-workspace.yaml");
  const packages = ["@tensorflow/tfjs", "@tensorflow/tfjs-backend-wasm"];
  const overrides = packages.map((name) => `  "${name}": ${lowest}\n`).join("");
  writeFileSync(workspace, `${readFileSync(workspace, "utf8")}overrides:\n${overrides}`);
  await must(`install with TensorFlow.js ${lowest}`, "pnpm", ["install", "--no-frozen-lockfile"], {
    cwd: copy,
  });
  // tfjs-node is of another version, and would bring its own.
  const env = { EPOCHAL_NATIVE: "skip", EPOCHAL_REQUIRE_NATIVE: "", EPOCHAL_FULL: "" };
  const run = ["exec", "vitest", "run", "packages/callbacks"];
  const { code } = await runCommand("pnpm", run, { cwd: copy, env });
  process.exitCode = code;
} finally {
  rmSync(copy, { recursive: true, force: true, maxRetries: 5 });
}
