import { isSecretName } from "./is-secret-name.ts";
import { redactShapes, redactText } from "./redact-text.ts";
import { isRedacted, redacted } from "./redacted.ts";
import { keyBlock } from "./secret-shapes.ts";

/** Languages that write texts in quotes: what stands without them is code, such as `process.env.API_KEY`. */
const code =
  /\.(?:[cm]?[jt]sx?|py|pyi|java|kt|go|rs|c|h|cc|cpp|hpp|cs|rb|php|swift|scala|vue|svelte|dart|lua|r|jl)"?$/i;
/** What is assigned to a name, at the first place in a line from where on it does. */
const assigned =
  /(?<![\p{L}\p{N}_$.-])([\p{L}_$][\p{L}\p{N}_$.-]{0,100})(["'`]?\]?\??[ \t]{0,40}(?:=>|:=|[=!]==?|[=:(])|["'`][ \t]{0,40},|>)[ \t]*/gu;
const neighbour =
  /(?<![\p{L}\p{N}])(?:user|user_?name|login|e?mail|host|host_?name|account|bucket|endpoint|secret)["'`]?\s{0,10}[=:]/iu;
const opens = /^(?:[[({|>+\\,]|[|>][+-]|=>|=|:|"""|'''|`|\s)*$/;
const literal = /["'`]|^[-+]?\d/;

interface Open {
  /** How far in the line stands whose value goes on. */
  readonly indent: number;
  /** The sides that have had no line since: `+`, `-` and blank. */
  readonly awaited: Set<string>;
  /** What ends a text of several lines. */
  readonly until: string | undefined;
}

/**
 * A diff without secrets. Of a line that assigns to a name that says secret, the value is left out, and so are the lines on which the value
 * goes on; of blocks of keys every line, also where a hunk begins in the middle of one.
 */
export function redactDiff(diff: string): string {
  const lines = diff.split("\n");
  const reader = new DiffReader(lines);
  return lines.map((line, i) => reader.read(line, i)).join("\n");
}

class DiffReader {
  readonly #lines: readonly string[];
  readonly #keyLines: ReadonlySet<number>;
  #isCode = false;
  #open: Open | undefined;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
    this.#keyLines = linesOfKeys(lines);
  }

  read(line: string, i: number): string {
    if (
      /^(?:diff --git |index |--- |\+\+\+ |rename |similarity |new file |deleted file )/.test(line)
    ) {
      if (/^(?:---|\+\+\+) (?!\/dev\/null)/.test(line)) this.#isCode = code.test(line.trimEnd());
      this.#open = undefined;
      return redactShapes(line);
    }
    const [, hunk, heading = ""] = /^(@@ [^@]*@@)(.*)$/s.exec(line) ?? [];
    if (hunk !== undefined) {
      this.#open = undefined;
      return `${hunk}${this.#readContent(heading, " ", i)}`;
    }
    const sign = /^[+\- ]/.test(line) ? line.slice(0, 1) : "";
    if (line.startsWith("\\")) return line;
    const content = line.slice(sign.length);
    if (this.#keyLines.has(i)) {
      this.#readContent(content, sign || " ", i);
      return `${sign}${redacted}`;
    }
    return `${sign}${this.#readContent(content, sign || " ", i)}`;
  }

  #readContent(line: string, sign: string, i: number): string {
    const content = redactShapes(line);
    const trimmed = content.trim();
    if (trimmed === "") return content;
    const indent = content.length - content.trimStart().length;
    const goesOn = this.#goesOn(content, sign, indent);
    if (isRedacted(trimmed)) return content;
    if (goesOn) {
      const mayHold = !this.#isCode || this.#open?.until !== undefined || literal.test(trimmed);
      if (mayHold) return `${content.slice(0, indent)}${redacted}`;
    }
    const from = this.#secretFrom(content, i);
    if (from === undefined) return this.#isCode ? redactCode(content) : redactText(content);
    const value = content.slice(from).trim();
    this.#open = openAfter(value, indent, sign);
    const isHarmless = this.#isCode ? !literal.test(value) : opens.test(value);
    return isHarmless ? content : `${content.slice(0, from)}${redacted}`;
  }

  /** Whether the line belongs to a value that began before. */
  #goesOn(content: string, sign: string, indent: number): boolean {
    const open = this.#open;
    if (open === undefined) return false;
    if (open.until !== undefined) {
      if (content.includes(open.until)) this.#open = undefined;
      return true;
    }
    const isAwaited = open.awaited.has(sign);
    if (sign === " ") open.awaited.clear();
    else open.awaited.delete(sign);
    if (isAwaited || indent > open.indent) return true;
    if (indent === open.indent && /^\s*- /.test(content)) return true;
    if (open.awaited.size === 0 || sign === " ") this.#open = undefined;
    return false;
  }

  /** Where in a line the value of a secret begins. */
  #secretFrom(content: string, i: number): number | undefined {
    assigned.lastIndex = 0;
    for (let found = assigned.exec(content); found !== null; found = assigned.exec(content)) {
      const [whole, name = "", sign = ""] = found;
      const from = found.index + whole.length;
      if (isRedacted(content.slice(from, from + 20))) continue;
      // A call is one only with a text: `setPassword("…")`.
      if (sign.trimEnd().endsWith("(") && !/^["'`]/.test(content.slice(from))) continue;
      if (
        /[,>]$/.test(sign.trim()) &&
        !/=>$/.test(sign) &&
        !/^["'`]|^[^<]+<\//.test(content.slice(from))
      )
        continue;
      if (/^:\/\//.test(content.slice(found.index + name.length))) continue;
      if (isSecretName(name, this.#placeOf(name, i))) return from;
    }
    return undefined;
  }

  #placeOf(name: string, i: number) {
    if (!this.#isCode && /^[A-Z][A-Z0-9_]*$/.test(name)) return "environment";
    if (!/^(?:key|pass|pin|pat)\d*$/i.test(name)) return "config";
    const near = this.#lines.slice(Math.max(0, i - 4), i + 5);
    return near.some((line) => neighbour.test(line.slice(0, 1000))) ? "credentials" : "config";
  }
}

/** In code a name with a colon may be a type; what is secret stands in quotes. */
function redactCode(content: string): string {
  return /["'`]/.test(content) && /--?\w|bearer |basic /i.test(content)
    ? redactText(content)
    : content;
}

/** Where the value of a line goes on below it. */
function openAfter(value: string, indent: number, sign: string): Open | undefined {
  const [quote] = /"""|'''|`/.exec(value) ?? [];
  const isUnclosed = quote !== undefined && value.split(quote).length % 2 === 0;
  if (!isUnclosed && !opens.test(value) && !/[[({,+|\\]$|=>$|&&$|\?\?$/.test(value))
    return undefined;
  const awaited = new Set(sign === " " ? ["+", "-", " "] : [sign, " "]);
  return { indent, awaited, until: isUnclosed ? quote : undefined };
}

/** Lines of blocks of keys: from their begin to their end, before an end, and what can be nothing else. */
function linesOfKeys(lines: readonly string[]): Set<number> {
  const found = new Set<number>();
  const contents = lines.map((line) => (/^[+\- ]/.test(line) ? line.slice(1) : line));
  let isInside = false;
  for (const [i, content] of contents.entries()) {
    const isBorder = /^(?:@@ |diff --git )/.test(lines[i] ?? "");
    if (keyBlock.begin.test(content)) isInside = !keyBlock.end.test(content);
    else if (keyBlock.end.test(content)) {
      isInside = false;
      for (let j = i - 1; j >= 0 && keyBlock.line.test(contents[j] ?? "") && !found.has(j); j--) {
        found.add(j);
      }
    } else if (isInside && !isBorder && keyBlock.line.test(content)) found.add(i);
    else {
      isInside = false;
      if (!keyBlock.inside.test(content)) continue;
    }
    found.add(i);
  }
  return found;
}
