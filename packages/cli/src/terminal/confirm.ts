import { createInterface } from "node:readline/promises";
import { printable } from "@epochal/record";
import { CommandError } from "../arguments/command-error.ts";

/**
 * Asks before something that cannot be undone. Where nobody can answer, only `--yes` does.
 *
 * @param what is done, as a sentence
 * @throws CommandError where it is not wanted
 */
export async function confirm(what: string, isAgreed: boolean): Promise<void> {
  if (isAgreed) return;
  if (!(process.stdin.isTTY && process.stderr.isTTY))
    throw new CommandError(`${what} It cannot be undone: say --yes to do it.`, 2);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(`${printable(what)} It cannot be undone. Do it? [y/N] `);
    if (!/^y(?:es)?$/i.test(answer.trim())) throw new CommandError("nothing is changed.");
  } finally {
    terminal.close();
  }
}
