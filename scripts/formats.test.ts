import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.join(import.meta.dirname, "..");

/** Files that print numbers otherwise, and why they may. */
const mayFormat: Readonly<Record<string, string>> = {
  "packages/conclusions/src/format/": "the formats",
  "packages/callbacks/src/saving/format-path.ts": "names of files, as Python writes them",
  "packages/cli/src/commands/export.ts": "a CSV that a program reads",
  "packages/dashboard/src/cards/short-range.ts": "a stretch in an address",
  "packages/dashboard/src/charts/chart-csv.ts": "a CSV, too",
  "packages/dashboard/src/server/cell-reader.ts": "a moment that a program reads",
  "packages/dashboard/src/server/shorten-values.ts": "points of a small picture",
  "packages/dashboard/src/server/started-until.ts": "a moment in the query language",
  "packages/dashboard/src/ui/local-time.tsx": "an attribute that a program reads",
  "packages/dashboard/src/ui/svg-place.ts": "a place in SVG",
  "packages/panel/src/axes/format-tick.ts": "axes, which have less room",
  "packages/panel/src/axes/log-ticks.ts": "numbers without the dust of binary arithmetic",
  "packages/panel/src/axes/nice-range.ts": "the same",
  "packages/panel/src/axes/y-labels.ts": "the same",
  "packages/record/src/config/config-encoder.ts": "a config's dates, as JSON has them",
  "packages/store/src/query/literals.ts": "reads dates",
};

const formats =
  /\.(?:toFixed|toPrecision|toExponential|toISOString|toLocale\w*String)\(|Intl\.(?!Segmenter)/;
/** `epoch ${epoch}`, `Epoch ${epoch + 1}`: who says an epoch by himself counts as he likes. */
const epochs = /\b(?:[Ee]poch|[Bb]atch) (?:\$\{|["'`] \+)|[Ee]poch \+ 1\}/;
/** `1 epoch` or `2 epochs`, decided anew. */
const counts = /=== 1 \? ["'`](?:1 )?[a-z]+["'`]|=== 1 \? ["'`]["'`] : ["'`]s["'`]/;

const mayCount: Readonly<Record<string, string>> = {
  "packages/callbacks/src/streaming/pass.ts": "metrics speak without the conclusions",
  "packages/conclusions/src/": "the words",
  "packages/dashboard/src/run/marks-legend.tsx": "a list of epochs",
  "packages/panel/src/words/chart-summary.ts": "the verb of a count",
};

const mayNameEpochs = { "packages/conclusions/src/format/": "the formats" };

/** The source files of all packages; tests may say what they like. */
function sources(): string[] {
  return readdirSync(path.join(root, "packages")).flatMap((name) => {
    const folder = path.join("packages", name, "src");
    return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !/\.(?:test|gen)\.tsx?$/.test(file))
      .map((file) => path.join(folder, file));
  });
}

function linesWith(pattern: RegExp, allowed: Readonly<Record<string, string>>): string[] {
  return sources()
    .filter((file) => !Object.keys(allowed).some((prefix) => file.startsWith(prefix)))
    .flatMap((file) => faultsOf(file, readFileSync(path.join(root, file), "utf8"), pattern));
}

function faultsOf(file: string, text: string, pattern: RegExp): string[] {
  return text.split("\n").flatMap((line, i) => {
    const isComment = /^\s*(?:\/?\*|\/\/)/.test(line);
    // The one function that counts from 1 may follow.
    const rest = line.replace(/(?:[Ee]poch|[Bb]atch) \$\{shownEpoch\(/g, "");
    return !isComment && pattern.test(rest) ? [`${file}:${i + 1}: ${line.trim()}`] : [];
  });
}

test("numbers, durations and moments are told by the formats of the conclusions alone", () => {
  expect(linesWith(formats, mayFormat)).toEqual([]);
});

test("epochs and batches are told by the functions that count them from 1", () => {
  expect(linesWith(epochs, mayNameEpochs)).toEqual([]);
});

test("so many of something is told by counted()", () => {
  expect(linesWith(counts, mayCount)).toEqual([]);
});

test.each([
  [formats, "const text = value.toFixed(3);"],
  [formats, "return new Date(at).toISOString();"],
  [formats, 'count.toLocaleString("en")'],
  [formats, "new Intl.NumberFormat()"],
  [epochs, "throw new Error(`fit: stopped in epoch $" + "{epoch}`);"],
  [epochs, "printLine(`Epoch $" + "{this.stoppedEpoch + 1}: early stopping`);"],
  [epochs, "const place = `batch $" + "{batch} of $" + "{of}`;"],
  [counts, 'const runs = count === 1 ? "run" : "runs";'],
  [counts, 'const ending = count === 1 ? "" : "s";'],
])("%s finds a planted line", (pattern, line) => {
  expect(faultsOf("a.ts", line, pattern)).toHaveLength(1);
});

test("every file that may do otherwise does", () => {
  for (const [prefix] of Object.entries(mayFormat)) {
    const texts = sources().filter((file) => file.startsWith(prefix));
    const found = texts.flatMap((file) =>
      faultsOf(file, readFileSync(path.join(root, file), "utf8"), formats),
    );
    expect(found.length, prefix).toBeGreaterThan(0);
  }
});
