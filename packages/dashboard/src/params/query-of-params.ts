import { printQuery, type Query } from "@epochal/store/query";
import { queryLiteral } from "./query-literal.ts";

interface AskedParam {
  readonly path: string;
  /** Absent where the runs lack it. */
  readonly value?: unknown;
  /** Whether other runs have a value that reads alike and is of another kind: the number 16, and the text "16". */
  readonly isMixed?: boolean;
}

/**
 * The query that finds the runs with these params.
 *
 * @param series keys of series: a param that is called so, too, is named as a param
 * @param others conditions that must hold besides
 */
export function queryOfParams(
  params: readonly AskedParam[],
  series: ReadonlySet<string>,
  others: readonly Query[] = [],
): string {
  const parts = params.map(({ path, value, isMixed = false }): Query => {
    const of = series.has(path) && { of: "param" as const };
    if (value === undefined) return { kind: "not", of: { kind: "has", ...of, key: path } };
    // A list is only found as it is.
    const isExact = isMixed || (typeof value === "object" && value !== null);
    const operator = isExact ? "==" : "=";
    return { ...of, kind: "value", key: path, operator, values: [queryLiteral(value)] };
  });
  return printQuery({ kind: "and", of: [...parts, ...others] });
}

/** Which of these values read alike and are of several kinds, by their JSON. */
export function mixedValues(values: readonly unknown[]): ReadonlySet<string> {
  const byText = new Map<string, Set<string>>();
  for (const value of values) {
    const json = JSON.stringify(value);
    const text = typeof value === "string" ? value : json;
    byText.set(text, (byText.get(text) ?? new Set()).add(json));
  }
  return new Set([...byText.values()].flatMap((kinds) => (kinds.size > 1 ? [...kinds] : [])));
}
