// Trains the demo and shows it in the dashboard: what `npm start` runs.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { root, runCommand } from "./run-command.ts";

const HELP = `npm start [-- options]   train the demo and open the dashboard

  --port N    port of the dashboard; the next free one when it is taken (default 4300)
  --no-open   do not open a browser
  --no-train  only show what an earlier start has trained
  --help      this text`;

const { values: options } = parseArgs({
  allowNegative: true,
  options: {
    port: { type: "string", default: "4300" },
    open: { type: "boolean", default: process.stdout.isTTY === true },
    train: { type: "boolean", default: true },
    help: { type: "boolean", default: false },
  },
});
if (options.help) {
  console.log(HELP);
  process.exit(0);
}

function newestChange(folder: string): number {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile() && !entry.parentPath.includes("node_modules"))
      newest = Math.max(newest, statSync(path.join(entry.parentPath, entry.name)).mtimeMs);
  return newest;
}

async function buildDashboard(): Promise<void> {
  const built = path.join(root, "packages/dashboard/dist/gate/serve.js");
  const sources = ["packages/dashboard/src", "packages/store/src"].map((f) => path.join(root, f));
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(...sources.map(newestChange))) return;
  console.log("Building the dashboard (about 15 seconds, only when it changed)");
  const { code, output } = await runCommand(
    "pnpm",
    ["--filter", "@epochal/dashboard", "run", "build"],
    { quiet: true },
  );
  if (code !== 0) {
    console.error(output);
    process.exit(code);
  }
}

const store = path.join(root, ".epochal/demo/runs.db");
const children: ChildProcess[] = [];

function start(args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, EPOCHAL_STORE: store, NEXT_TELEMETRY_DISABLED: "1" },
    // The channel lets a child notice that this process is gone.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  children.push(child);
  return child;
}

await buildDashboard();
// The demo is the same every time; runs of one's own belong into a store of one's own.
if (options.train) rmSync(path.dirname(store), { recursive: true, force: true });

const dashboard = start([
  path.join(root, "packages/cli/bin/epochal.js"),
  "--store",
  store,
  "--port",
  options.port,
  ...(options.open ? ["--open"] : []),
]);
dashboard.on("exit", (code) => process.exit(code ?? 0));

if (options.train) {
  const training = start([path.join(root, "examples/src/demo.ts")]);
  training.on("exit", (code) => {
    if (code === 0) console.log("\nThe dashboard stays open until you press Ctrl-C.");
    else console.error(`\nTraining ended with code ${code}; the dashboard shows how far it came.`);
  });
}

process.on("exit", () => {
  for (const child of children) child.kill("SIGTERM");
});
