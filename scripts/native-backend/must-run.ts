import { runCommand } from "../run-command.ts";

/** Runs a command to its end and returns what it printed; throws with its first error where it fails. */
export async function mustRun(
  what: string,
  command: string,
  args: readonly string[],
): Promise<string> {
  const { code, output } = await runCommand(command, args, { quiet: true });
  if (code === 0) return output;
  const lines = output.trim().split("\n");
  const reason = lines.find((line) => /error:/i.test(line)) ?? lines.at(-1);
  throw new Error(`${what} failed: ${reason || `${command} ended with code ${code}`}`);
}
