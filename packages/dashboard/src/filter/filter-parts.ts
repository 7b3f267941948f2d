import { parseQuery, printQuery, type Query } from "@epochal/store/query";

/** One of the conditions that all must hold. */
export interface FilterPart {
  /** As a person would type it. */
  readonly text: string;
  /** The query without it. */
  readonly without: string;
}

/** What a query is made of: the conditions that must hold together. Undefined where the text is no query. */
export function filterParts(where: string): readonly FilterPart[] | undefined {
  const query = read(where);
  if (query === undefined) return undefined;
  const parts = conjuncts(query);
  return parts.map((part, at) => ({
    text: printQuery(part),
    without: print(parts.filter((_, other) => other !== at)),
  }));
}

/** Whether a condition is one of those that must hold. */
export function hasPart(where: string, part: string): boolean {
  const wanted = read(part);
  if (wanted === undefined) return false;
  const texts = new Set(filterParts(where)?.map(({ text }) => text));
  return conjuncts(wanted).every((one) => texts.has(printQuery(one)));
}

/** That runs have a tag. */
export function tagPart(tag: string): string {
  return printQuery({ kind: "field", field: "tag", operator: "=", values: [tag] });
}

/** The query with a condition, or without it where it has it. A text that is no query is replaced. */
export function togglePart(where: string, part: string): string {
  const [now, wanted] = [conjuncts(read(where)), conjuncts(read(part))];
  const texts = wanted.map((one) => printQuery(one));
  const rest = now.filter((one) => !texts.includes(printQuery(one)));
  return hasPart(where, part) ? print(rest) : print([...rest, ...wanted]);
}

function read(text: string): Query | undefined {
  try {
    return parseQuery(text);
  } catch {
    return undefined;
  }
}

function conjuncts(query: Query | undefined): readonly Query[] {
  if (query === undefined || query.kind === "all") return [];
  return query.kind === "and" ? query.of.flatMap(conjuncts) : [query];
}

const print = (parts: readonly Query[]): string =>
  parts.length === 1 && parts[0] ? printQuery(parts[0]) : printQuery({ kind: "and", of: parts });
