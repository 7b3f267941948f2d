import { diffArrays, diffWordsWithSpace } from "diff";
import type { Differences } from "./compare-configs.ts";

/** A piece of a line; changed where the other run has something else. */
export interface CodePart {
  readonly text: string;
  readonly isChanged: boolean;
}

/** A line of code that one run has in place of the other's, or that only one has. */
export interface ChangedLine {
  readonly a?: readonly CodePart[];
  readonly b?: readonly CodePart[];
}

/** How the uncommitted code of two runs differs. */
export interface CodeDifference {
  /** How many lines differ; one that was changed counts once. */
  readonly lines: number;
  readonly files: readonly { readonly file: string; readonly lines: readonly ChangedLine[] }[];
}

/**
 * Compares the uncommitted changes that two cards hold, line by line, and changed lines word by word. It tells how the code differs
 * where both were changes to the same commit; what lies between two commits no card holds.
 */
export function codeDifference(card: Differences): CodeDifference {
  // Of a run whose code was not recorded, nobody knows what it lacked.
  const isKnown = [...card.same, ...card.differing].some(({ path }) => path.startsWith("code."));
  if (!isKnown) return { lines: 0, files: [] };
  const [a, b] = diffsOf(card).map(linesOfFiles);
  const files = [...new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])])].sort();
  const found = files
    .map((file) => ({ file, lines: changedLines(a?.get(file) ?? [], b?.get(file) ?? []) }))
    .filter(({ lines }) => lines.length > 0);
  return { lines: found.reduce((sum, { lines }) => sum + lines.length, 0), files: found };
}

function diffsOf({ differing, onlyInA, onlyInB }: Differences): readonly [string, string] {
  const isDiff = ({ path }: { readonly path: string }) => path === "code.diff";
  const changed = differing.find(isDiff);
  const texts = [
    changed?.a ?? onlyInA.find(isDiff)?.value,
    changed?.b ?? onlyInB.find(isDiff)?.value,
  ];
  return texts.map((text) => (typeof text === "string" ? text : "")) as [string, string];
}

/** What a diff adds to each file and takes away from it, with its signs. */
function linesOfFiles(diff: string): Map<string, string[]> {
  const files = new Map<string, string[]>();
  let lines: string[] = [];
  let isHead = true;
  for (const line of diff.split("\n")) {
    if (line.startsWith("diff ")) {
      const name = / b\/(.*)$/.exec(line)?.[1] ?? line.slice(5);
      lines = files.get(name) ?? [];
      files.set(name, lines);
      isHead = true;
    } else if (line.startsWith("@@")) isHead = false;
    else if (/^[+-]/.test(line) && !(isHead && /^(?:---|\+\+\+) /.test(line))) {
      // A text that is no whole diff names no file.
      if (files.size === 0) files.set("", lines);
      lines.push(line);
    }
  }
  return files;
}

/** Beyond it, nothing is taken to be the same: looking for it would take seconds. */
const mostEdits = 2000;

function changedLines(a: readonly string[], b: readonly string[]): ChangedLine[] {
  const found = diffArrays([...a], [...b], { maxEditLength: mostEdits });
  if (found === undefined) return pairs(sides(a, b));
  const changed: ChangedLine[] = [];
  let [inA, inB]: [string[], string[]] = [[], []];
  const flush = () => {
    changed.push(...pairs(sides(inA, inB)));
    [inA, inB] = [[], []];
  };
  for (const { value, added, removed } of found) {
    if (removed) inA.push(...value);
    else if (added) inB.push(...value);
    else flush();
  }
  flush();
  return changed;
}

/** What A took away is code that B has, and the other way round. */
function sides(a: readonly string[], b: readonly string[]): readonly [string[], string[]] {
  const of = (lines: readonly string[], sign: string) =>
    lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(1));
  const [gone, fresh] = [
    [...of(b, "-"), ...of(a, "+")],
    [...of(a, "-"), ...of(b, "+")],
  ];
  return [gone, fresh];
}

function pairs([a, b]: readonly [string[], string[]]): ChangedLine[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => {
    const [left, right] = [a[i], b[i]];
    if (left !== undefined && right !== undefined) return wordsOf(left, right);
    if (left !== undefined) return { a: [{ text: left, isChanged: true }] };
    return { b: [{ text: right ?? "", isChanged: true }] };
  }).filter(({ a: left, b: right }) => textOf(left) !== textOf(right));
}

const textOf = (parts: readonly CodePart[] | undefined) => parts?.map(({ text }) => text).join("");

/** A longer line is compared as a whole. */
const longestLine = 2000;

function wordsOf(a: string, b: string): ChangedLine {
  if (a.length > longestLine || b.length > longestLine) {
    return { a: [{ text: a, isChanged: true }], b: [{ text: b, isChanged: true }] };
  }
  const words = diffWordsWithSpace(a, b);
  const side = (left: "added" | "removed") =>
    words
      .filter((word) => !word[left])
      .map(({ value, added, removed }) => ({ text: value, isChanged: added || removed }));
  return { a: side("added"), b: side("removed") };
}
