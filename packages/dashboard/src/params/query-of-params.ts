import { printQuery, type Query } from "@epochal/store/query";
import { queryLiteral } from "./query-literal.ts";

interface AskedParam {
  readonly path: string;
  /** Absent where the runs lack it. */
  readonly value?: unknown;
}

/** The query that finds the runs with these params. @param series keys of series: a param that is called so, too, is named as a param */
export function queryOfParams(params: readonly AskedParam[], series: ReadonlySet<string>): string {
  const parts = params.map(({ path, value }): Query => {
    if (value === undefined) return { kind: "not", of: { kind: "has", key: path } };
    return {
      ...(series.has(path) && { of: "param" as const }),
      ...{ kind: "value", key: path, operator: "=", values: [queryLiteral(value)] },
    };
  });
  return printQuery({ kind: "and", of: parts });
}
