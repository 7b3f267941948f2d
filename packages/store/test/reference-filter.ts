import type { RunSummary } from "@epochal/conclusions";
import type { Query, QueryLiteral, ValueCondition } from "../src/query/query.ts";

/** A run, and what a list does not tell of it. */
export interface WholeRun extends RunSummary {
  readonly branch?: string;
  readonly verdict?: string;
}

/** What cannot be asked of these runs. */
export class Unanswerable extends Error {}

/** Which runs a query asks for, found by looking at each: what the store must say, by no SQL. */
export function referenceFilter(runs: readonly WholeRun[], query: Query, now: number): string[] {
  return runs.filter((run) => holds(run, query, runs, now)).map(({ id }) => id);
}

function holds(run: WholeRun, query: Query, all: readonly WholeRun[], now: number): boolean {
  switch (query.kind) {
    case "all":
      return true;
    // All are looked at, so that what cannot be answered is found wherever it stands.
    case "and":
      return query.of.map((one) => holds(run, one, all, now)).every(Boolean);
    case "or":
      return query.of.map((one) => holds(run, one, all, now)).some(Boolean);
    case "not":
      return !holds(run, query.of, all, now);
    case "text":
      return [run.name, run.notes, ...run.tags].some((text) => includes(text, query.text));
    case "has":
      return (
        (query.of !== "param" && run.series.some(({ key }) => key === query.key)) ||
        (query.of !== "metric" &&
          pathsNamed(query.key, all).some((path) => paramsOf(run).has(path)))
      );
    case "field": {
      const { field, operator, values } = query;
      const own = {
        name: [run.name],
        notes: [run.notes],
        project: [run.project],
        id: [run.id],
        tag: run.tags,
        branch: run.branch === undefined ? undefined : [run.branch],
        group: run.group === undefined ? undefined : [run.group],
        status: [run.status.state],
        verdict: run.verdict === undefined ? undefined : [run.verdict],
      }[field];
      if (own === undefined) return false;
      const isWord = field === "status" || field === "verdict";
      const test = (text: string) => {
        if (operator !== ":" || isWord) return values.some((value) => sound(value) === text);
        if (field === "id") return text.startsWith(sound(values[0] ?? ""));
        return includes(text, values[0] ?? "");
      };
      return operator === "!=" ? !own.some(test) : own.some(test);
    }
    case "started": {
      const [from, to] = spanOf(query.moment);
      const at = run.startedAt.getTime();
      const isWithin = at >= from && at < to;
      return {
        "<": at < from,
        "<=": at < to,
        ">": at >= to,
        ">=": at >= from,
        "=": isWithin,
        ":": isWithin,
        "!=": !isWithin,
      }[query.operator];
    }
    case "span": {
      const length = query.field === "age" ? now - run.startedAt.getTime() : run.durationMs;
      return ordered(length, query.operator, milliseconds(query.length));
    }
    case "value":
      return hasValue(run, query, all);
  }
}

function hasValue(run: WholeRun, query: ValueCondition, all: readonly WholeRun[]): boolean {
  const { of, key } = query;
  const ofKey = all.flatMap(({ series }) => series.filter((one) => one.key === key));
  const paths = pathsNamed(key, all);
  if (of === undefined && ofKey.length > 0 && paths.includes(key)) throw new Unanswerable();
  if (of !== "param" && ofKey.length > 0) {
    const series = run.series.find((one) => one.key === key);
    const own = ofKey.some(({ best }) => best !== undefined) ? "best" : "last";
    const which = of === undefined || of === "metric" ? own : of;
    const found = series?.[which as "best" | "last" | "kept" | "min" | "max"];
    const value = typeof found === "object" ? found.value : found;
    const numbers = query.values.map(({ text, isQuoted }) => (isQuoted ? undefined : number(text)));
    if (numbers.includes(undefined)) throw new Unanswerable();
    return (
      value !== undefined && numbers.some((one) => compared(value, query.operator, Number(one)))
    );
  }
  const known = all.some(({ series, config }) => series.length > 0 || leaves(config).length > 0);
  const isParam = of === undefined || of === "param";
  if (isParam && paths.length === 1) {
    const [path = ""] = paths;
    const params = paramsOf(run);
    if (!params.has(path)) return false;
    const value = params.get(path);
    if (query.operator === "!=") return !query.values.some((one) => isEqual(value, one));
    return query.values.some((one) => testsParam(value, query.operator, one));
  }
  if (isParam && paths.length > 1) throw new Unanswerable();
  const has = {
    series: all.some(({ series }) => series.length > 0),
    params: all.some(({ config }) => leaves(config).length > 0),
  };
  if (!known || !((of !== "param" && has.series) || (isParam && has.params))) return false;
  throw new Unanswerable();
}

function compared(value: number, operator: string, number: number): boolean {
  const isSame = Object.is(value, number) || value === number;
  if (operator === "=" || operator === "==" || operator === ":" || operator === "in") return isSame;
  return operator === "!=" ? !isSame : ordered(value, operator, number);
}

function ordered(a: number, operator: string, b: number): boolean {
  return { "<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b }[operator] ?? false;
}

function testsParam(value: unknown, operator: string, literal: QueryLiteral): boolean {
  const { text, isQuoted } = literal;
  if (operator === "=" || operator === "in") return isEqual(value, literal);
  if (operator === "==") return isExactly(value, literal);
  if (operator === ":") {
    if (isEqual(value, literal)) return true;
    if (typeof value === "string") return includes(value, text);
    return typeof value === "object" && value !== null && includes(JSON.stringify(value), text);
  }
  const wanted = isQuoted ? undefined : number(text);
  if (wanted !== undefined) return typeof value === "number" && ordered(value, operator, wanted);
  return typeof value === "string" && ordered(byPoints(value, text), operator, 0);
}

function isEqual(value: unknown, { text, isQuoted }: QueryLiteral): boolean {
  if (typeof value === "string") return value === sound(text);
  if (typeof value === "number") return !isQuoted && number(text) === value;
  const isWord = value === null || typeof value === "boolean";
  return !(isWord && isQuoted) && JSON.stringify(value) === sound(text);
}

/** What the literal stands for, were it JSON: a value of another kind is never the same. */
function isExactly(value: unknown, { text, isQuoted }: QueryLiteral): boolean {
  if (isQuoted) return value === sound(text);
  if (text.startsWith("[") || text.startsWith("{")) {
    return typeof value === "object" && value !== null && JSON.stringify(value) === sound(text);
  }
  const words: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };
  if (Object.hasOwn(words, text)) return value === words[text];
  const wanted = number(text);
  return wanted === undefined ? value === sound(text) : value === wanted;
}

function byPoints(a: string, b: string): number {
  const [one, two] = [[...a], [...b]].map((text) => text.map((it) => it.codePointAt(0) ?? 0));
  for (let i = 0; ; i++) {
    const [x, y] = [one?.[i], two?.[i]];
    if (x === undefined || y === undefined)
      return (x === undefined ? 0 : 1) - (y === undefined ? 0 : 1);
    if (x !== y) return x - y;
  }
}

/** As text that was stored: half a character is none. */
const sound = (text: string): string => Buffer.from(text, "utf8").toString("utf8");

function includes(text: string, part: string): boolean {
  return sound(text).toLowerCase().includes(sound(part).toLowerCase());
}

function number(text: string): number | undefined {
  const word = text.toLowerCase().replace("infinity", "inf");
  if (/^[+-]?nan$/.test(word)) return Number.NaN;
  if (/^[+-]?inf$/.test(word)) return word.startsWith("-") ? -Infinity : Infinity;
  return /^[+-]?[\d.]/.test(word) && !Number.isNaN(Number(word)) ? Number(word) : undefined;
}

function spanOf(moment: string): [from: number, to: number] {
  const isZoned = moment.endsWith("Z");
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] =
    moment.match(/\d+/g)?.map(Number) ?? [];
  const count = moment.match(/\d+/g)?.length ?? 0;
  const at = (step: number) => {
    const fields = [year, month - 1, day, hour, minute, second] as const;
    const moved = fields.map((field, i) => (i === count - 1 ? field + step : field));
    const [y = 0, mo = 0, d = 1, h = 0, mi = 0, s = 0] = moved;
    return isZoned ? Date.UTC(y, mo, d, h, mi, s) : new Date(y, mo, d, h, mi, s).getTime();
  };
  return [at(0), at(1)];
}

function milliseconds(length: string): number {
  const units: Record<string, number> = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5, w: 6048e5 };
  return [...length.matchAll(/([\d.]+)(ms|[smhdw])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ""] ?? 0),
    0,
  );
}

const paramsOf = (run: WholeRun): Map<string, unknown> => new Map(leaves(run.config));

function pathsNamed(name: string, all: readonly WholeRun[]): string[] {
  const paths = [...new Set(all.flatMap(({ config }) => leaves(config).map(([path]) => path)))];
  return paths.includes(name) ? [name] : paths.filter((path) => path.endsWith(`.${name}`));
}

function leaves(value: unknown, path = ""): [path: string, value: unknown][] {
  const isInner = typeof value === "object" && value !== null && !Array.isArray(value);
  const entries = isInner ? Object.entries(value) : [];
  if (entries.length === 0) return path === "" && isInner ? [] : [[path, value]];
  return entries.flatMap(([key, inner]) => leaves(inner, path === "" ? key : `${path}.${key}`));
}
