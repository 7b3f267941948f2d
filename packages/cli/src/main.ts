import { readFileSync } from "node:fs";
import { StoreError } from "@epochal/store";
import { Command } from "commander";
import { CommandError } from "./command-error.ts";
import { saveCommand, stopCommand } from "./commands/ask.ts";
import { lsCommand } from "./commands/ls.ts";
import { noteCommand } from "./commands/note.ts";
import { serveCommand } from "./commands/serve.ts";
import { showCommand } from "./commands/show.ts";

function ownVersion(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

/** Runs the command that the arguments name. What the user can mend becomes one line on stderr and exit code 1. */
export async function run(argv: readonly string[]): Promise<void> {
  // A reader such as `head` that has seen enough closes the pipe.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? 0 : 1);
  });
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
  try {
    await program.parseAsync(argv);
  } catch (error) {
    if (!(error instanceof CommandError || error instanceof StoreError)) throw error;
    process.stderr.write(`epochal: ${error.message}\n`);
    process.exitCode = 1;
  }
}
