// Gets the real TensorBoard from PyPI, for the tests that read event files with it.
import { mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { installWithApt } from "./install-with-apt.ts";
import { mustRun } from "./native-backend/must-run.ts";
import { runCommand } from "./run-command.ts";
import { environment, pythonOf, TENSORBOARD } from "./tensorboard/tensorboard-python.ts";

interface Tensorboard {
  readonly ready: boolean;
  /** Its version, or why it is not there. */
  readonly detail: string;
}

const PROBE = `
import tensorboard.backend.event_processing.event_accumulator
import tensorboard.version
print(tensorboard.version.VERSION)`;

async function isReady(): Promise<boolean> {
  const { code, stdout } = await runCommand(pythonOf(environment), ["-c", PROBE], { quiet: true });
  return code === 0 && stdout.trim() === TENSORBOARD;
}

async function makeEnvironment(folder: string): Promise<void> {
  const make = () => runCommand("python3", ["-m", "venv", "--clear", folder], { quiet: true });
  // Debian's Python comes without the part that makes environments.
  if ((await make()).code !== 0 && installWithApt("python3", "python3-venv")) await make();
  await mustRun("pip (Debian: apt-get install python3-venv)", pythonOf(folder), [
    ...["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"],
    ...["--timeout", "20", "--retries", "2", "--only-binary=:all:", `tensorboard==${TENSORBOARD}`],
  ]);
}

async function install(): Promise<Tensorboard> {
  if (process.env.EPOCHAL_TENSORBOARD === "skip")
    return { ready: false, detail: "EPOCHAL_TENSORBOARD=skip" };
  if (!(await isReady())) {
    console.log("tensorboard: installing it, the first time with a download of 30 MB");
    // Renamed when whole: all that is used of an environment, its Python, does not mind.
    const partial = `${environment}.${process.pid}.partial`;
    mkdirSync(path.dirname(environment), { recursive: true });
    try {
      await makeEnvironment(partial);
      rmSync(environment, { recursive: true, force: true });
      renameSync(partial, environment);
    } catch (error) {
      if (!(await isReady())) throw error; // else another process was faster
    } finally {
      rmSync(partial, { recursive: true, force: true });
    }
  }
  if (!(await isReady())) throw new Error(`${environment} does not load`);
  return { ready: true, detail: `TensorBoard ${TENSORBOARD}` };
}

/**
 * Sees to it that the tests can read event files with TensorBoard, prints one line about it, and never throws.
 *
 * Takes half a second where it is in the cache, and else a minute. With `EPOCHAL_TENSORBOARD=skip` it does nothing.
 */
export async function ensureTensorboard(): Promise<Tensorboard> {
  const result = await install().catch((error: unknown) => ({
    ready: false,
    detail: error instanceof Error ? error.message : String(error),
  }));
  console.log(`tensorboard: ${result.ready ? "ready" : "skipped"}: ${result.detail}`);
  return result;
}

if (import.meta.main) await ensureTensorboard();
