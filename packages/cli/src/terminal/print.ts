import { printable } from "@epochal/record";

/** Prints lines. All text of the command goes through here or through `printAside`, so that none can steer the terminal. */
export function print(text: string): void {
  process.stdout.write(printableLines(text));
}

/** Prints what comes piece by piece, no faster than it is read. */
export async function printAll(pieces: AsyncIterable<string>): Promise<void> {
  for await (const piece of pieces) {
    if (process.stdout.write(printableLines(piece))) continue;
    await new Promise<void>((resolve) => process.stdout.once("drain", () => resolve()));
  }
}

/** Prints lines beside what was asked for: remarks, and how an argument is wrong. */
export function printAside(text: string): void {
  process.stderr.write(printableLines(text));
}

/** The lines of a text, each without what would steer the terminal. */
function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}

/** Prints what went wrong, on one line. */
export function printError(message: string): void {
  printAside(`epochal: ${printable(message).trim()}\n`);
}

/** Columns of the terminal; undefined where no terminal reads. */
export function columns(): number | undefined {
  return process.stdout.isTTY ? process.stdout.columns : undefined;
}

/** Ends the process quietly when the reader, such as `head`, has seen enough. Prints warnings and uncaught errors as all other text. */
export function watchTerminal(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? 0 : 1);
  });
  // Nobody is left who could read it.
  process.stderr.on("error", () => {});
  process.removeAllListeners("warning");
  process.on("warning", ({ name, message }) => printAside(`${name}: ${message}\n`));
  process.on("uncaughtException", (error: unknown) => {
    const stack = error instanceof Error ? error.stack : undefined;
    printAside(`${stack ?? String(error)}\n`);
    process.exit(1);
  });
}

/** From here on the process goes on without a terminal: people read its pages in a browser. */
export function goOnWithoutTerminal(): void {
  process.stdout.removeAllListeners("error");
  process.stdout.on("error", () => {});
}
