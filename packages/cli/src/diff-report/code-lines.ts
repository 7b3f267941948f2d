import { counted, type RunComparison } from "@epochal/conclusions";
import { printable } from "@epochal/record";

/** How many lines are shown. */
const most = 40;

/** The uncommitted changes of the code that only one of two runs had. Empty where there are none. */
export function codeLines({ differing, onlyInA, onlyInB }: RunComparison["card"]): string {
  const changed = differing.find(({ path }) => path === "code.diff");
  const a = linesOf(changed?.a ?? onlyInA.find(({ path }) => path === "code.diff")?.value);
  const b = linesOf(changed?.b ?? onlyInB.find(({ path }) => path === "code.diff")?.value);
  const only = (name: string, these: readonly string[], others: readonly string[]) => {
    const known = new Set(others);
    return section(
      name,
      these.filter((line) => !known.has(line)),
    );
  };
  return [only("A", a, b), only("B", b, a)].filter((text) => text !== "").join("\n");
}

/** What a diff adds and takes away, and the file it is in. */
function linesOf(diff: unknown): string[] {
  if (typeof diff !== "string") return [];
  return diff
    .split("\n")
    .filter((line) => /^(?:[+-]|diff )/.test(line) && !/^(?:---|\+\+\+) /.test(line));
}

function section(name: string, lines: readonly string[]): string {
  const changes = lines.filter((line) => !line.startsWith("diff "));
  if (changes.length === 0) return "";
  const shown = lines.slice(0, most).map((line) => `  ${printable(line)}\n`);
  const more = lines.length - shown.length;
  const rest = more > 0 ? `  … ${counted(more, "more line")}: --json has all of them.\n` : "";
  return `Code: uncommitted changes of ${name} alone\n${shown.join("")}${rest}`;
}
