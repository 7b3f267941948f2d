import "server-only";
import { parseQuery, printQuery, type Query } from "@epochal/store/query";
import { shortLabels } from "../params/short-labels.ts";
import { type NamePart, namesApart, phrase } from "./group-names.ts";

/** What two groups are called that queries find. */
export interface QueryNames {
  /** By what differs between them: `32 units` and `64 units`. */
  readonly a: string;
  readonly b: string;
  /** `64 units over 32` */
  readonly over: readonly [b: string, a: string];
  /** What holds for the runs of both, as a query; empty where nothing does. */
  readonly both: string;
}

/** Names two groups of runs by what their queries do not have in common. @throws QueryError where one cannot be understood */
export function queryNames(whereA: string, whereB: string): QueryNames {
  const [inA, inB] = [conditions(parseQuery(whereA)), conditions(parseQuery(whereB))];
  const [textsA, textsB] = [new Set(inA.map(printQuery)), new Set(inB.map(printQuery))];
  const ownA = inA.filter((one) => !textsB.has(printQuery(one)));
  const ownB = inB.filter((one) => !textsA.has(printQuery(one)));
  const both = inA.filter((one) => textsB.has(printQuery(one)));
  const labels = shortLabels([...new Set([...ownA, ...ownB].flatMap(keyOf))]);
  const [one, two] = [ownA, ownB].map((own) => {
    const parts = own.map((condition) => partOf(condition, labels));
    return { parts, name: parts.length === 0 ? "all of them" : parts.map(phrase).join(", ") };
  });
  const names = { a: one?.name ?? whereA, b: two?.name ?? whereB };
  const isAligned = one && two && labelsOf(one.parts) === labelsOf(two.parts);
  return {
    ...{ ...names, over: isAligned ? namesApart(two, one) : [names.b, names.a] },
    both: printQuery({ kind: "and", of: both }),
  };
}

const labelsOf = (parts: readonly NamePart[]) => JSON.stringify(parts.map(({ label }) => label));

function conditions(query: Query): readonly Query[] {
  if (query.kind === "all") return [];
  return query.kind === "and" ? query.of.flatMap(conditions) : [query];
}

const keyOf = (query: Query): readonly string[] => {
  if (query.kind === "not") return keyOf(query.of);
  return query.kind === "value" || query.kind === "has" ? [query.key] : [];
};

function partOf(query: Query, labels: ReadonlyMap<string, string>): NamePart {
  const labelOf = (key: string) => labels.get(key) ?? key;
  if (query.kind === "value") {
    const [value, ...others] = query.values;
    const isParam = query.of === undefined || query.of === "param";
    const isOne = others.length === 0 && (query.operator === "=" || query.operator === "==");
    if (value !== undefined && isParam && isOne) {
      const isText = query.operator === "==" && value.isQuoted;
      return { label: labelOf(query.key), text: isText ? JSON.stringify(value.text) : value.text };
    }
  }
  if (query.kind === "not") {
    const { of } = query;
    if (of.kind === "has") return { label: labelOf(of.key) };
    if (of.kind === "field" && of.field === "tag" && of.values[0] === "") return { label: "tag" };
  }
  if (query.kind === "field" && query.field === "tag" && query.operator === "=") {
    return { label: "", text: query.values.join() };
  }
  return { label: "", text: printQuery(query) };
}
