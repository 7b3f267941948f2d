import { runCommand } from "../run-command.ts";

/** Runs a command, says that it did what it should, and gives back what it printed; else throws with all it said. */
export async function must(
  what: string,
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  const { code, output, stdout } = await runCommand(command, args, { ...options, quiet: true });
  if (code !== 0)
    throw new Error(`${what} failed with ${code}: ${command} ${args.join(" ")}\n${output}`);
  console.log(`  ${what}: ok`);
  return stdout;
}
