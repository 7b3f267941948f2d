"use client";
import { usePart } from "../ui/use-part.ts";

type FilterParts = Pick<
  typeof import("./filter-parts.ts"),
  "filterParts" | "hasPart" | "tagPart" | "togglePart"
>;

const load = (): Promise<FilterParts> => import("./filter-parts.ts");

/** A query as one condition. */
const whole: FilterParts = {
  filterParts: (where) => (where.trim() === "" ? [] : [{ text: where, without: "" }]),
  hasPart: (where, part) => where === part,
  tagPart: (tag) => `tag = ${JSON.stringify(tag)}`,
  togglePart: (where, part) => {
    if (where === part) return "";
    return where.trim() === "" ? part : `(${where}) and ${part}`;
  },
};

/** What takes a query apart and puts it together. Until the grammar has come, a query is taken as a whole. */
export function useFilterParts(): FilterParts {
  const [parts] = usePart(load, true);
  return parts ?? whole;
}
