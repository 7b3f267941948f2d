import type { Command } from "commander";
import { print, printAside, printError, watchTerminal } from "./terminal/print.ts";

/**
 * Runs the command that the arguments name, and sets the exit code: 0 for done, 1 for what cannot be done, 2 for a command line that is
 * wrong, 3 for an answer that is no.
 */
export async function run(argv: readonly string[]): Promise<void> {
  watchTerminal();
  try {
    const program = await programFor(argv.slice(2));
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = await exitCodeOf(error);
  }
}

const example = "\nExample:\n  $ epochal ls";

/** Loads the one command that is meant. It knows the others by their names only. */
async function programFor([first, second]: readonly string[]): Promise<Command> {
  const { Command } = await import("commander");
  const { commandList } = await import("./commands/command-list.ts");
  const isHelp = first === undefined || ["--help", "-h", "help"].includes(first);
  const word = first === "help" ? second : first;
  const isServe = first === undefined || (first.startsWith("-") && !isHelp);
  const program = new Command("epochal")
    .description("Compare TensorFlow.js training runs on your own machine.")
    .option("-V, --version", "print the version")
    // What stands behind a program that is run is for that program.
    .enablePositionalOptions();
  for (const [name, { does, load }] of Object.entries(commandList)) {
    const command =
      name === word || (name === "serve" && (isServe || isHelp)) ? await load() : new Command(name);
    program.addCommand(command.description(does), { isDefault: name === "serve" && isServe });
    if (name === "serve" && isHelp)
      program.addHelpText("after", () => `\n${command.helpInformation()}${example}`);
  }
  const own = program.commands.flatMap((command) => [command, ...command.commands]);
  for (const command of [program, ...own]) {
    command.exitOverride().configureOutput({
      writeOut: print,
      writeErr: printAside,
      outputError: (text) => printError(text.replace(/^error: /, "").replaceAll("\n", " ")),
    });
  }
  return program;
}

/** Prints what the user can mend as one line on stderr. */
async function exitCodeOf(error: unknown): Promise<number> {
  const { CommanderError } = await import("commander");
  // commander has said it already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const { CommandError } = await import("./arguments/command-error.ts");
  if (error instanceof CommandError) {
    printError(error.message);
    return error.exitCode;
  }
  const refused = refusedArgument(error);
  if (refused !== undefined) {
    printError(refused);
    return 2;
  }
  const { QueryError, StoreError } = await import("@epochal/store");
  if (!(error instanceof StoreError || error instanceof QueryError)) throw error;
  printError(error.message.replace(/^where: /, "--where: "));
  return error instanceof QueryError ? 2 : 1;
}

/** What a method of the store says of an argument that makes no sense, such as a name that is too long: that came from the command line. */
function refusedArgument(error: unknown): string | undefined {
  if (!(error instanceof TypeError || error instanceof RangeError)) return undefined;
  const [, said] =
    /^(?:updateRun|createToken|revokeToken|addNote|request|deleteRuns|restoreRuns|prune|purge|listRuns|readSql): (.+)$/s.exec(
      error.message,
    ) ?? [];
  return said?.replace(" Give null to take it away.", "");
}
