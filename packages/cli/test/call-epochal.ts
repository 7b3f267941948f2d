import { type ChildProcess, fork } from "node:child_process";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { type Finished, type RunEpochalOptions, runEpochal } from "./run-epochal.ts";

/** What the kept process is asked to run. */
export interface Call {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
}

const entry = fileURLToPath(new URL("called-epochal.ts", import.meta.url));

let kept: ChildProcess | undefined;
let before: Promise<unknown> = Promise.resolve();

/**
 * Runs the command as `runEpochal` does, but in one process that all calls share: it has the command loaded. What ends, is
 * signalled or goes on needs a process of its own; in the full tests every call has one.
 */
export function callEpochal(
  args: readonly string[],
  options: RunEpochalOptions = {},
): Promise<Finished> {
  if (process.env.EPOCHAL_FULL === "1") return runEpochal(args, options);
  const { env = {}, cwd = tmpdir() } = options;
  const call: Call = { args, env: { ...process.env, EPOCHAL_STORE: "", ...env }, cwd };
  const finished = before.then(() => answerTo(call));
  before = finished.catch(() => undefined);
  return finished;
}

function answerTo(call: Call): Promise<Finished> {
  // Without the flags of the test runner.
  kept ??= fork(entry, { execArgv: [], stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const child = kept;
  return new Promise((resolve, reject) => {
    const done = () => {
      child.removeAllListeners();
      child.unref();
      child.channel?.unref();
    };
    child.ref();
    child.channel?.ref();
    child.once("message", (finished: Finished) => {
      done();
      resolve(finished);
    });
    child.once("exit", (code) => {
      done();
      kept = undefined;
      reject(new Error(`${call.args.join(" ")} ended the process, with code ${code}`));
    });
    child.send(call);
  });
}
