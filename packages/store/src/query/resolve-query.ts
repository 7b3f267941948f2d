import { closestName } from "@epochal/record";
import { numberOf } from "./literals.ts";
import type {
  FieldCondition,
  Query,
  QueryLiteral,
  QueryOperator,
  SpanCondition,
  StartedCondition,
  TextCondition,
  ValueCondition,
} from "./query.ts";
import { QueryError } from "./query-error.ts";

/** What the runs have that are asked. */
export interface KnownKeys {
  hasSeries(key: string): boolean;
  /** Which way is better for a series of this key; undefined where none of them has a best value. */
  directionOf(key: string): "min" | "max" | undefined;
  hasParam(path: string): boolean;
  /** All of them, for what is not there as it is spelled. */
  series(): readonly string[];
  params(): readonly string[];
}

/** A value of a series, beside numbers. NaN is a value. */
export interface SeriesTest {
  readonly kind: "series";
  readonly value: "best" | "last" | "kept" | "min" | "max";
  readonly key: string;
  readonly operator: Exclude<QueryOperator, ":" | "==">;
  readonly numbers: readonly number[];
}

export interface ParamTest {
  readonly kind: "param";
  readonly path: string;
  readonly operator: QueryOperator;
  readonly values: readonly QueryLiteral[];
}

export interface HasTest {
  readonly kind: "has";
  readonly of?: "metric" | "param";
  readonly key: string;
  /** The params of this name, whole or at their end. */
  readonly paths: readonly string[];
}

/** A query in which each key says what it is of. */
export type ResolvedQuery =
  | { readonly kind: "all" | "none" }
  | { readonly kind: "and" | "or"; readonly of: readonly ResolvedQuery[] }
  | { readonly kind: "not"; readonly of: ResolvedQuery }
  | TextCondition
  | FieldCondition
  | StartedCondition
  | SpanCondition
  | SeriesTest
  | ParamTest
  | HasTest;

/**
 * Finds out what each key of a query is: a series, or a param by its whole path or a unique end of it.
 *
 * @param text the query as it was typed, for errors
 * @throws QueryError for a key that is not there or could be several, and for a value that cannot be compared with it. Where no run
 *   has any key, nothing is known, and nothing is an error.
 */
export function resolveQuery(query: Query, text: string, known: KnownKeys): ResolvedQuery {
  const resolve = (one: Query): ResolvedQuery => {
    switch (one.kind) {
      case "and":
      case "or":
        return { kind: one.kind, of: one.of.map(resolve) };
      case "not":
        return { kind: "not", of: resolve(one.of) };
      case "has":
        return { ...one, paths: one.of === "metric" ? [] : pathsOf(one.key, known) };
      case "value":
        return resolveValue(one, text, known);
      default:
        return one;
    }
  };
  return resolve(query);
}

/** The params that a name means: the one of this path, else all that end in it. */
export function pathsOf(name: string, known: Pick<KnownKeys, "hasParam" | "params">): string[] {
  if (known.hasParam(name)) return [name];
  return known.params().filter((path) => path.endsWith(`.${name}`));
}

function resolveValue(one: ValueCondition, text: string, known: KnownKeys): ResolvedQuery {
  const { of, key, operator, values } = one;
  const isSeries = of !== "param" && known.hasSeries(key);
  const isParam = (of === undefined && !isSeries) || of === "param";
  if (of === undefined && isSeries && known.hasParam(key)) {
    const expected = [`metric:${key}`, `param:${key}`];
    throw wrongKey(one, text, `${key} is a metric and a param`, expected);
  }
  if (isSeries) return seriesTest(one, text, known);
  const [path, ...others] = isParam ? pathsOf(key, known) : [];
  if (path !== undefined && others.length === 0) return { kind: "param", path, operator, values };
  if (path !== undefined) {
    const paths = [path, ...others].slice(0, 5);
    throw wrongKey(one, text, `${key} is the end of several params`, paths);
  }
  const series = of === "param" ? [] : known.series();
  const params = isParam ? known.params() : [];
  if (series.length + params.length === 0) return { kind: "none" };
  const leaves = params.map((param) => param.slice(param.lastIndexOf(".") + 1));
  const names = [...new Set([...series, ...params, ...leaves])].slice(0, mostNames);
  const nearest = closestName(key, names);
  const kinds = [...(of === "param" ? [] : ["metric"]), ...(isParam ? ["param"] : [])];
  throw wrongKey(one, text, `no run has a ${kinds.join(" or ")} ${key.slice(0, 100)}`, [], nearest);
}

/** So many names are looked at for the one that was meant. */
const mostNames = 2_000;

function seriesTest(one: ValueCondition, text: string, known: KnownKeys): SeriesTest {
  const { of = "metric", key, operator, values, valueAt } = one;
  const numbers = values.map(({ text, isQuoted }) => (isQuoted ? undefined : numberOf(text)));
  const wrong = values[numbers.indexOf(undefined)];
  if (wrong !== undefined) {
    const at = valueAt ?? { offset: text.length, length: 0 };
    throw new QueryError(
      `where: expected a number at character ${at.offset + 1}, for ${key} is a metric. Received: ${JSON.stringify(wrong.text.slice(0, 100))}`,
      { query: text, ...at, expected: ["a number"] },
    );
  }
  const own = known.directionOf(key) === undefined ? "last" : "best";
  return {
    kind: "series",
    value: of === "metric" || of === "param" ? own : of,
    key,
    operator: operator === ":" || operator === "==" ? "=" : operator,
    numbers: numbers.map(Number),
  };
}

function wrongKey(
  { keyAt }: ValueCondition,
  query: string,
  what: string,
  expected: readonly string[],
  nearest?: string,
): QueryError {
  const at = keyAt ?? { offset: 0, length: query.length };
  const hint = expected.length > 0 ? ` Write ${expected.join(", or ")}.` : "";
  const meant = nearest === undefined ? "" : ` Did you mean ${nearest}?`;
  return new QueryError(`where: ${what} (at character ${at.offset + 1}).${hint}${meant}`, {
    query,
    ...at,
    expected,
    ...(nearest !== undefined && { nearest }),
  });
}
