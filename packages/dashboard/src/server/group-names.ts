import "server-only";
import { paramText } from "@epochal/conclusions";
import type { Band } from "@epochal/store";
import { printQuery } from "@epochal/store/query";
import { textHash } from "../colors/text-hash.ts";
import { paramPhrase } from "../params/param-phrase.ts";
import { queryOfParams } from "../params/query-of-params.ts";
import type { GroupRow } from "../wire/groups-answer.ts";

interface NameParts {
  readonly isOfTags: boolean;
  /** What params are called, by their paths. */
  readonly labels: ReadonlyMap<string, string>;
  /** Keys of series. */
  readonly series: ReadonlySet<string>;
}

/** What a group is called, and how it is found. */
export function groupNames(
  { params, tag }: Pick<Band, "params" | "tag">,
  { isOfTags, labels, series }: NameParts,
): Pick<GroupRow, "id" | "name" | "where"> {
  const what = JSON.stringify([params.map(({ path, value }) => [path, value ?? null]), tag]);
  const id = `g${textHash(what).toString(36)}`;
  if (tag !== undefined) {
    const where = printQuery({ kind: "field", field: "tag", operator: "=", values: [tag] });
    return { id, name: tag, where };
  }
  if (params.length === 0) return { id, name: isOfTags ? "no tag" : "all runs" };
  return { id, name: paramsName(params, labels), where: queryOfParams(params, series) };
}

/** `lr 0.01, no dropout` */
export function paramsName(params: Band["params"], labels: ReadonlyMap<string, string>): string {
  return params
    .map(({ path, value }) => {
      const label = labels.get(path) ?? path;
      return value === undefined ? `no ${label}` : paramPhrase(label, paramText(value));
    })
    .join(", ");
}
