import { readFileSync } from "node:fs";
import { StoreError } from "@epochal/store";
import { Command } from "commander";
import { CommandError } from "./arguments/command-error.ts";
import { saveCommand, stopCommand } from "./commands/ask.ts";
import { lsCommand } from "./commands/ls.ts";
import { noteCommand } from "./commands/note.ts";
import { serveCommand } from "./commands/serve.ts";
import { showCommand } from "./commands/show.ts";
import { print, printAside, printError, watchTerminal } from "./terminal/print.ts";

function ownVersion(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

/** Runs the command that the arguments name. What the user can mend becomes one line on stderr and exit code 1. */
export async function run(argv: readonly string[]): Promise<void> {
  watchTerminal();
  const serve = serveCommand();
  const program = new Command("epochal")
    .description("Compare TensorFlow.js training runs on your own machine.")
    .version(ownVersion())
    .addCommand(serve, { isDefault: true })
    .addCommand(lsCommand())
    .addCommand(showCommand())
    .addCommand(stopCommand())
    .addCommand(saveCommand())
    .addCommand(noteCommand())
    .addHelpText("after", () => `\n${serve.helpInformation()}`);
  for (const command of [program, ...program.commands]) {
    command.configureOutput({ writeOut: print, writeErr: printAside });
  }
  try {
    await program.parseAsync(argv);
  } catch (error) {
    if (!(error instanceof CommandError || error instanceof StoreError)) throw error;
    printError(error.message);
    process.exitCode = 1;
  }
}
