import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { openStore } from "@epochal/store";
import { expect, onTestFinished, test } from "vitest";
import { callEpochal } from "../test/call-epochal.ts";
import { temporaryFolder } from "../test/temporary-folder.ts";
import { commandList } from "./commands/command-list.ts";

const bin = fileURLToPath(new URL("../bin/epochal.js", import.meta.url));

/** A folder with a store as the examples have it: `lr 0.01` is running, the others have ended, one `lr 10` is in the trash. */
async function exampleFolder(): Promise<string> {
  const folder = temporaryFolder();
  const store = await openStore(path.join(folder, ".epochal/runs.db"));
  onTestFinished(() => store.close());
  const record = async (name: string, isRunning = false) => {
    const run = await store.startRun({
      project: "birds",
      name,
      config: { units: 32 },
      record: false,
    });
    for (let epoch = 0; epoch < 9; epoch++)
      run.log({ loss: 1 / (1 + epoch), val_auc: 0.95 }, { epoch });
    await (isRunning ? run.flush() : run.finish());
    return run.id;
  };
  writeFileSync(path.join(folder, "train.js"), "");
  await store.deleteRuns([await record("lr 10")]);
  for (const name of ["lr 10", "lr 0.001"]) await record(name);
  await record("lr 0.01", true);
  return folder;
}

/** Types a line into a shell in which `epochal` is the command. */
function type(line: string, cwd: string): Promise<object> {
  const script = `epochal() { "${process.execPath}" "${bin}" "$@"; }\n${line}`;
  return new Promise((resolve, reject) => {
    const child = spawn("sh", ["-c", script], {
      cwd,
      env: { ...process.env, EPOCHAL_STORE: "", EPOCHAL_OUTBOX: "" },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stderr }));
  });
}

/** The dashboard goes on until it is ended: its own tests start it. */
const names = Object.keys(commandList).filter((name) => name !== "serve");

/** What some of them say besides, of this folder. */
const asides: Readonly<Record<string, string>> = {
  show: "The run has no early-stopping trace: --patience has nothing to say.\n",
  run: "epochal: nothing was trained: the program loaded no TensorFlow.js. One that is within a bundle cannot be seen.\n",
};

test("the example of --help does what it says", async () => {
  const { stdout } = await callEpochal(["--help"]);
  const [, example = ""] = /\n\nExample:\n {2}\$ (epochal .+)\n$/.exec(stdout) ?? [];
  expect(await type(example, await exampleFolder())).toEqual({ code: 0, stderr: "" });
});

test.each(names)("the example of %s --help does what it says", async (name) => {
  const { stdout } = await callEpochal([name, "--help"]);
  const [, example = ""] = /\n\nExample:\n {2}\$ (epochal .+)\n$/.exec(stdout) ?? [];
  expect(example).toMatch(new RegExp(`^epochal ${name}\\b`));
  const stderr = asides[name] ?? "";
  expect(await type(example, await exampleFolder())).toEqual({ code: 0, stderr });
});
