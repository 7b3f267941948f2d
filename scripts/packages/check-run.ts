import { cpSync } from "node:fs";
import path from "node:path";
import { root, runCommand } from "../run-command.ts";

const programs = path.join(root, "packages/cli/test/programs");

/** The programs, each with its exit code and what the command must say in the end. */
const said: Readonly<Record<string, readonly [code: number, said: RegExp]>> = {
  "series.ts": [0, /epochal: recorded .* in demo: stopped early: val_loss had not improved/],
  "text.cjs": [0, /epochal: recorded .* in demo: finished/],
  "image.mjs": [0, /epochal: recorded .* in demo: finished, best val_acc/],
  "two-models.mjs": [0, /(?:epochal: recorded .* in demo: finished.*\n){2}/],
  "fails.mjs": [1, /in demo: failed: Error: no room for the model on the disk/],
};

/**
 * The installed command records programs that know nothing of it, beside the TensorFlow.js of the folder and without one of its own.
 *
 * @param env the environment in which a version of Node.js stands first
 * @param isFull whether all programs are tried, and not only the one in TypeScript
 */
export async function checkRun(
  folder: string,
  env: Readonly<Record<string, string>>,
  { version, isFull }: { readonly version: string; readonly isFull: boolean },
): Promise<void> {
  for (const [program, [wanted, says]] of Object.entries(said).slice(0, isFull ? undefined : 1)) {
    // In a folder that npm has made, `.ts` is CommonJS.
    const script = program.replace(/\.ts$/, ".mts");
    cpSync(path.join(programs, program), path.join(folder, script));
    const line = ["node_modules/epochal/bin/epochal.js", "run", "--project", "demo", script];
    const { code, output } = await runCommand("node", line, { cwd: folder, env, quiet: true });
    if (code !== wanted || !says.test(output))
      throw new Error(`epochal run ${script} on Node ${version} ended with ${code}:\n${output}`);
    console.log(`  epochal run ${script} on Node ${version}: ok`);
  }
}
