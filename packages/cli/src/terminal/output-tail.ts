import { stripVTControlCharacters } from "node:util";
import type { OutputEvent } from "@epochal/record";

/** How many lines are kept, and how long each may be. */
const most = 40;
const longest = 400;

type Write = (chunk: string | Uint8Array, ...rest: unknown[]) => boolean;

/** Keeps the last lines that this process prints. They are printed as they are: to whom, when, and with what colours. */
export class OutputTail {
  readonly #lines: string[] = [];
  #omitted = 0;
  readonly #open = new Map<object, string>();

  begin(): void {
    for (const stream of [process.stdout, process.stderr]) {
      const write = stream.write as Write;
      const kept: Write = (chunk, ...rest) => {
        this.#keep(stream, chunk);
        return write.call(stream, chunk, ...rest);
      };
      stream.write = kept as typeof stream.write;
    }
  }

  /** What was printed last; undefined where nothing was. */
  event(): OutputEvent | undefined {
    const begun = [...this.#open.values()].map(shown).filter((line) => line !== "");
    const all = [...this.#lines, ...begun].slice(-most);
    const first = all.findIndex((line) => line !== "");
    if (first < 0) return undefined;
    const lines = all.slice(first, all.findLastIndex((line) => line !== "") + 1);
    const omitted = this.#omitted + Math.max(0, this.#lines.length + begun.length - most);
    return { type: "output", lines, ...(omitted > 0 && { omitted }) };
  }

  /** What goes wrong here must not reach whoever prints. */
  #keep(stream: object, chunk: unknown): void {
    try {
      const text = typeof chunk === "string" ? chunk : Buffer.from(chunk as Uint8Array).toString();
      const parts = `${this.#open.get(stream) ?? ""}${text}`.split("\n");
      // A bar that is drawn anew all the time never ends its line.
      this.#open.set(stream, (parts.pop() ?? "").slice(-4 * longest));
      this.#omitted += Math.max(0, this.#lines.length + parts.length - most);
      this.#lines.push(...parts.slice(-most).map(shown));
      this.#lines.splice(0, this.#lines.length - most);
    } catch {
      // It lacks a line.
    }
  }
}

/** A line as it looks in the end: what a carriage return writes over is gone. */
function shown(line: string): string {
  const last = line.split("\r").findLast((part) => part !== "") ?? "";
  const text = stripVTControlCharacters(last).trimEnd();
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
