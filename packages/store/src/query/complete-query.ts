import { parse } from "./query-grammar.gen.ts";

/** What the runs have whose query is completed: what `store.facets()` gives is that. */
export interface CompletableRuns {
  readonly params: readonly {
    readonly path: string;
    readonly values: readonly { readonly value: unknown }[];
  }[];
  readonly series: readonly { readonly key: string }[];
  readonly tags: readonly { readonly tag: string }[];
  readonly branches: readonly { readonly branch: string }[];
  readonly groups: readonly { readonly group: string }[];
  readonly projects: readonly { readonly project: string }[];
}

export interface QueryCompletion {
  /** What stands in place of what was typed of it. */
  readonly text: string;
  readonly kind: "metric" | "param" | "field" | "operator" | "value" | "word";
}

export interface QueryCompletions {
  /** Where the word begins that is replaced; it ends at the cursor. */
  readonly from: number;
  readonly completions: readonly QueryCompletion[];
}

interface Expectation {
  readonly text?: string;
  readonly description?: string;
}

const operators = new Set(["=", "==", "!=", "<", "<=", ">", ">=", ":"]);
const words = new Set(["and", "or", "not", "in", "(", ")", ",", "-"]);
/** What is a field by itself, and not a word of a list such as the states. */
const fields = new Set([
  ...["has", "status", "verdict", "name", "notes", "tag", "branch", "group", "project", "id"],
  ...["started", "age", "duration", "best", "last", "kept", "min", "max", "metric", "param"],
]);

/**
 * What may stand at the cursor: what the grammar expects there, and of keys and values those that the runs have.
 *
 * @param cursor a place in the text, in UTF-16 units
 */
export function completeQuery(
  text: string,
  cursor: number,
  known: CompletableRuns,
): QueryCompletions {
  const before = text.slice(0, cursor);
  const [typed = ""] = /(?:"(?:[^"\\]|\\.)*|[^\s"()<>=:,!]*)$/su.exec(before) ?? [];
  const isInQuotes = typed.startsWith('"') && hasOpenQuote(before);
  const word = isInQuotes || !typed.startsWith('"') ? typed : "";
  const from = before.length - word.length;
  let key = "";
  const expected = expectedAfter(before.slice(0, from), (about) => {
    key = about;
  });
  const begun = word.replace(/^"/, "").toLowerCase();
  const seen = new Set<string>();
  const completions = expected
    .flatMap((one) => completionsOf(one, key, known))
    .filter(({ text: offered }) => {
      const plain = offered.replace(/^"/, "").toLowerCase();
      const leaf = plain.slice(plain.lastIndexOf(".") + 1);
      const isNew = !seen.has(offered);
      seen.add(offered);
      return isNew && (plain.startsWith(begun) || leaf.startsWith(begun)) && plain !== begun;
    });
  return { from, completions };
}

function hasOpenQuote(text: string): boolean {
  return (text.replaceAll(/\\[\\"]/g, "").match(/"/g)?.length ?? 0) % 2 === 1;
}

/** What the grammar expects behind a text; nothing where it goes wrong before its end. */
function expectedAfter(text: string, onKey: (key: string) => void): readonly Expectation[] {
  try {
    parse(text, { startRule: "Completion", onKey });
    return [];
  } catch (error) {
    const { expected, location } = error as {
      readonly expected?: readonly Expectation[] | null;
      readonly location?: { readonly start: { readonly offset: number } };
    };
    return location?.start.offset === text.length ? (expected ?? []) : [];
  }
}

function completionsOf(
  { text, description }: Expectation,
  key: string,
  known: CompletableRuns,
): QueryCompletion[] {
  const of = (kind: QueryCompletion["kind"], names: readonly string[]) =>
    names.map((name): QueryCompletion => ({ text: spelled(name), kind }));
  const metrics = () =>
    of(
      "metric",
      known.series.map((one) => one.key),
    );
  const params = () =>
    of(
      "param",
      known.params.map((one) => one.path),
    );
  switch (description) {
    case "a metric":
      return metrics();
    case "a param":
      return params();
    case "a key":
    case "a metric or param":
      return [...metrics(), ...params()];
    case "a value":
      return valuesOf(key, known).map((value): QueryCompletion => ({ text: value, kind: "value" }));
  }
  if (text === undefined) return [];
  if (operators.has(text)) return [{ text, kind: "operator" }];
  if (words.has(text)) return [{ text, kind: "word" }];
  return [{ text, kind: fields.has(text) ? "field" : "value" }];
}

function valuesOf(key: string, known: CompletableRuns): string[] {
  switch (key) {
    case "tag":
      return known.tags.map(({ tag }) => spelled(tag));
    case "branch":
      return known.branches.map(({ branch }) => spelled(branch));
    case "group":
      return known.groups.map(({ group }) => spelled(group));
    case "project":
      return known.projects.map(({ project }) => spelled(project));
  }
  const named = known.params.filter(({ path }) => path === key || path.endsWith(`.${key}`));
  return named.flatMap(({ values }) =>
    values.map(({ value }) => (typeof value === "string" ? spelled(value) : JSON.stringify(value))),
  );
}

/** In quotes where it is no plain word. */
function spelled(text: string): string {
  if (/^[\p{L}\p{N}_.][\p{L}\p{N}_.+/@#-]*$/u.test(text) && !words.has(text)) return text;
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
