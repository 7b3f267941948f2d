import { SentError } from "./sent-error.ts";
import { sentLimits } from "./sent-limits.ts";

const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const newline = 10;

export interface SplitLines {
  readonly lines: readonly string[];
  /** How many bytes each of them takes, its newline included. */
  readonly sizes: readonly number[];
}

/**
 * The lines of a body.
 *
 * @throws SentError 400 where it is no text in UTF-8, or its last line does not end; 413 where a line is too long
 */
export function splitLines(body: Uint8Array): SplitLines {
  const lines: string[] = [];
  const sizes: number[] = [];
  for (let from = 0; from < body.length; ) {
    const end = body.indexOf(newline, from);
    if (end < 0) {
      throw new SentError(
        400,
        `Line ${lines.length + 1} does not end: send whole lines, each with its newline.`,
      );
    }
    if (end - from > sentLimits.line) {
      throw new SentError(
        413,
        `Line ${lines.length + 1} has ${end - from} bytes. A line may have ${sentLimits.line}.`,
      );
    }
    lines.push(decode(body.subarray(from, end), lines.length + 1));
    sizes.push(end + 1 - from);
    from = end + 1;
  }
  return { lines, sizes };
}

function decode(bytes: Uint8Array, line: number): string {
  try {
    return text.decode(bytes);
  } catch {
    throw new SentError(400, `Line ${line} is no text in UTF-8.`);
  }
}
