import type { RunState, VerdictRule } from "@epochal/conclusions";
import { durationOf, momentOf } from "../../query/literals.ts";
import type { FieldCondition, SpanCondition, StartedCondition } from "../../query/query.ts";
import type { HasTest, ResolvedQuery, SeriesTest } from "../../query/resolve-query.ts";
import { balanced } from "./balanced.ts";
import type { Bound } from "./bound.ts";
import { testOfParam } from "./test-of-param.ts";

/** The properties of a run that are computed when it is read. */
export interface ReadOfRuns {
  /** Epoch milliseconds. */
  readonly now: number;
  /** A condition in SQL that holds for runs in one of these states. */
  isInState(states: readonly RunState[]): string;
  /** One that holds for runs with one of these verdicts. */
  hasVerdict(rules: readonly VerdictRule[]): string;
  /** How long a run took, in milliseconds, in SQL. */
  duration(): string;
}

/** A query as a condition over `runs`, in SQL. It is 0 or 1 and never NULL, so that `not` is the complement. */
export function compileQuery(query: ResolvedQuery, bound: Bound, read: ReadOfRuns): string {
  const compile = (one: ResolvedQuery): string => {
    switch (one.kind) {
      case "all":
        return "TRUE";
      case "none":
        return "FALSE";
      case "and":
        return balanced(one.of.map(compile), "AND");
      case "or":
        return balanced(one.of.map(compile), "OR");
      case "not":
        return `NOT ${compile(one.of)}`;
      case "text":
        return hasText(one.text, bound);
      case "field":
        return fieldTest(one, bound, read);
      case "started":
        return startedTest(one, bound);
      case "span":
        return spanTest(one, bound, read);
      case "series":
        return seriesTest(one, bound);
      case "param": {
        const path = bound.add(one.path);
        return `(runs.id IN (SELECT run_id FROM params WHERE path = ${path} AND ${testOfParam(one, bound)}))`;
      }
      case "has":
        return hasKey(one, bound);
    }
  };
  return compile(query);
}

const contains = (text: string, needle: string): string =>
  `instr(fold_case(${text}), ${needle}) > 0`;

function hasText(text: string, bound: Bound): string {
  const needle = bound.add(text.toLowerCase());
  const inTag = hasTag(contains("tag.value", needle));
  return `(${contains("runs.name", needle)} OR ${contains("runs.notes", needle)} OR ${inTag})`;
}

const hasTag = (test: string): string =>
  `EXISTS (SELECT 1 FROM json_each(runs.tags) AS tag WHERE ${test})`;

const columns = {
  name: "runs.name",
  notes: "runs.notes",
  project: "runs.project",
  id: "runs.id",
  branch: "runs.branch",
  group: "runs.run_group",
};

function fieldTest(one: FieldCondition, bound: Bound, read: ReadOfRuns): string {
  if (one.field === "status") return negatedIf(one, read.isInState(one.values));
  if (one.field === "verdict") {
    const held = read.hasVerdict(one.values);
    // Only a run with a verdict can have another verdict.
    return one.operator === "!="
      ? read.hasVerdict(allVerdicts.filter((rule) => !one.values.includes(rule)))
      : held;
  }
  const [value = ""] = one.values;
  const test = (text: string): string => {
    if (one.operator === ":") return contains(text, bound.add(value.toLowerCase()));
    return `${text} IN (${one.values.map((one) => bound.add(one)).join(", ")})`;
  };
  if (one.field === "tag") return negatedIf(one, hasTag(test("tag.value")));
  const column = columns[one.field];
  if (one.field === "id" && one.operator === ":") {
    const end = bound.add(`${value}\u{10ffff}`);
    return `(runs.id >= ${bound.add(value)} AND runs.id < ${end})`;
  }
  if (one.field !== "branch" && one.field !== "group") return negatedIf(one, test(column));
  return `(${column} IS NOT NULL AND ${negatedIf(one, test(column))})`;
}

const allVerdicts: readonly VerdictRule[] = [
  "healthy",
  "overfitting",
  "underfitting",
  "diverged",
  "no_validation",
];

const negatedIf = ({ operator }: FieldCondition, test: string): string =>
  operator === "!=" ? `(NOT (${test}))` : `(${test})`;

function startedTest({ operator, moment }: StartedCondition, bound: Bound): string {
  const { from, to } = momentOf(moment) ?? { from: Number.NaN, to: Number.NaN };
  const [first, behind] = [() => bound.add(from), () => bound.add(to)];
  switch (operator) {
    case "<":
      return `(runs.started_ms < ${first()})`;
    case "<=":
      return `(runs.started_ms < ${behind()})`;
    case ">":
      return `(runs.started_ms >= ${behind()})`;
    case ">=":
      return `(runs.started_ms >= ${first()})`;
    default: {
      const within = `(runs.started_ms >= ${first()} AND runs.started_ms < ${behind()})`;
      return operator === "!=" ? `(NOT ${within})` : within;
    }
  }
}

function spanTest(
  { field, operator, length }: SpanCondition,
  bound: Bound,
  read: ReadOfRuns,
): string {
  const span = field === "age" ? `(${bound.add(read.now)} - runs.started_ms)` : read.duration();
  return `(${span} ${operator} ${bound.add(durationOf(length) ?? Number.NaN)})`;
}

function seriesTest({ value, key, operator, numbers }: SeriesTest, bound: Bound): string {
  const place = bound.add(key);
  const of = (column: string, index: string, there: string) => {
    const isNaNable = there.endsWith("_step IS NOT NULL");
    const tests = numbers.map((number) => numberTest(column, operator, number, isNaNable, bound));
    return `runs.id IN (SELECT run_id FROM series INDEXED BY ${index} WHERE key = ${place} AND ${there} AND ${balanced(tests, "OR")})`;
  };
  if (value !== "kept" && value !== "last") {
    return `(${of(`${value}_value`, "series_by_best", `${value}_value IS NOT NULL`)})`;
  }
  // Where no NULL matches, the index says it all.
  const isSimple = operator !== "!=" && !numbers.some(Number.isNaN);
  const last = of(
    "last_value",
    "series_by_key",
    isSimple ? "last_value IS NOT NULL" : "last_step IS NOT NULL",
  );
  if (value === "last") return `(${last})`;
  const kept = of("kept_value", "series_by_kept", "kept_step IS NOT NULL");
  return `((runs.restored_epoch IS NULL AND ${last}) OR (runs.restored_epoch IS NOT NULL AND ${kept}))`;
}

/** @param isNaNable whether NULL means NaN there, and not a missing value */
function numberTest(
  column: string,
  operator: SeriesTest["operator"],
  number: number,
  isNaNable: boolean,
  bound: Bound,
): string {
  const isEqual = operator === "=" || operator === "in";
  if (Number.isNaN(number)) {
    if (isEqual) return isNaNable ? `${column} IS NULL` : "FALSE";
    return operator === "!=" ? `${column} IS NOT NULL` : "FALSE";
  }
  const place = bound.add(number);
  if (isEqual) return `${column} IS NOT DISTINCT FROM ${place}`;
  if (operator === "!=") return `${column} IS DISTINCT FROM ${place}`;
  return `${column} ${operator} ${place}`;
}

function hasKey({ of, key, paths }: HasTest, bound: Bound): string {
  if (of === "param" && paths.length === 0) return "FALSE";
  const inSeries = `coalesce(runs.key_set IN (SELECT id FROM key_sets WHERE EXISTS (SELECT 1 FROM json_each(keys) WHERE value = ${bound.add(key)})), FALSE)`;
  if (paths.length === 0) return `(${inSeries})`;
  const inParams = `runs.id IN (SELECT run_id FROM params WHERE path IN ${bound.list(paths)})`;
  if (of === "param") return `(${inParams})`;
  return `(${inSeries} OR ${inParams})`;
}
