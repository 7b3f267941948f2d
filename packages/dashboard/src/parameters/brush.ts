import {
  parseQuery,
  printQuery,
  type Query,
  type QueryLiteral,
  type ValueCondition,
} from "@epochal/store/query";
import { queryLiteral } from "../params/query-literal.ts";

/** The part of an axis that a person marked: a stretch of numbers, or some of the values. */
export type Brush =
  | { readonly kind: "stretch"; readonly from?: number; readonly to?: number }
  | { readonly kind: "values"; readonly values: readonly unknown[] };

/** What a query says beside its brushes, and the brushes by the key that they are written with. */
export interface BrushedQuery {
  readonly base: string;
  readonly brushes: ReadonlyMap<string, Brush>;
}

/**
 * Takes a query apart. A brush is a condition that must hold by itself: a param or a metric's best value between numbers, or one of some
 * values. Everything else is the base.
 *
 * @throws QueryError where the text is no query
 */
export function readBrushes(where: string): BrushedQuery {
  const brushes = new Map<string, Brush>();
  const rest: Query[] = [];
  for (const part of conjuncts(parseQuery(where))) {
    const brush = toBrush(part);
    if (brush === undefined || part.kind !== "value") rest.push(part);
    else brushes.set(part.key, joined(brushes.get(part.key), brush));
  }
  return { base: printQuery(together(rest)), brushes };
}

/** What an axis is called in a query. */
export interface BrushKey {
  /** The path of a param, or the key of a metric. */
  readonly key: string;
  /** Only where a param and a metric are both called so. */
  readonly of?: "param" | "metric";
}

/**
 * The query with this brush in place of what it said of the axis; without a brush, the query without it.
 *
 * @param names all keys that the query may call this axis by
 */
export function withBrush(
  where: string,
  { key, of }: BrushKey,
  names: readonly string[],
  brush: Brush | undefined,
): string {
  const isOther = (part: Query) =>
    part.kind !== "value" || !names.includes(part.key) || toBrush(part) === undefined;
  const rest = conjuncts(parseQuery(where)).filter(isOther);
  const condition = (operator: ValueCondition["operator"], values: readonly QueryLiteral[]) => ({
    ...{ kind: "value" as const, key, operator, values },
    ...(of !== undefined && { of }),
  });
  return printQuery(together([...rest, ...conditionsOf(brush, condition)]));
}

type MakeCondition = (
  operator: ValueCondition["operator"],
  values: readonly QueryLiteral[],
) => ValueCondition;

function conditionsOf(brush: Brush | undefined, make: MakeCondition): readonly Query[] {
  if (brush === undefined) return [];
  if (brush.kind === "values") {
    const values = brush.values.map(queryLiteral);
    return values.length === 1 ? [make("=", values)] : [make("in", values)];
  }
  const { from, to } = brush;
  if (from !== undefined && from === to) return [make("=", [queryLiteral(from)])];
  return [
    ...(from === undefined ? [] : [make(">=", [queryLiteral(from)])]),
    ...(to === undefined ? [] : [make("<=", [queryLiteral(to)])]),
  ];
}

const conjuncts = (query: Query): readonly Query[] => {
  if (query.kind === "all") return [];
  return query.kind === "and" ? query.of.flatMap(conjuncts) : [query];
};

function together(parts: readonly Query[]): Query {
  const [first] = parts;
  if (first === undefined) return { kind: "all" };
  return parts.length === 1 ? first : { kind: "and", of: parts };
}

function toBrush(part: Query): Brush | undefined {
  if (part.kind !== "value") return undefined;
  const { of, operator, values } = part;
  if (of !== undefined && of !== "param" && of !== "metric" && of !== "best") return undefined;
  const [only] = values;
  const number = only === undefined || only.isQuoted ? Number.NaN : Number(only.text);
  if (operator === ">=" && !Number.isNaN(number)) return { kind: "stretch", from: number };
  if (operator === "<=" && !Number.isNaN(number)) return { kind: "stretch", to: number };
  if (operator === "=" || operator === "in") return { kind: "values", values: values.map(toValue) };
  return undefined;
}

function joined(before: Brush | undefined, brush: Brush): Brush {
  return before?.kind === "stretch" && brush.kind === "stretch" ? { ...before, ...brush } : brush;
}

function toValue({ text, isQuoted }: QueryLiteral): unknown {
  if (isQuoted) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
