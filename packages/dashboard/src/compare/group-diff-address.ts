import type { GroupRow } from "../wire/groups-answer.ts";
import type { CompareState } from "./search-params.ts";

export interface GroupDiffAddressArgs {
  readonly project: string;
  readonly state: Pick<CompareState, "where">;
  /** The key of the series that they are judged by. */
  readonly metric: string;
  readonly a: GroupRow | undefined;
  readonly b: GroupRow | undefined;
  /** How many groups the two were chosen from. */
  readonly of: number;
}

/** Where two groups stand side by side; undefined where one of them is none, or no query finds it. */
export function groupDiffAddress(args: GroupDiffAddressArgs): string | undefined {
  const { project, state, metric, a, b, of } = args;
  if (a?.where === undefined || b?.where === undefined || a.id === b.id) return undefined;
  const base = state.where.trim();
  const within = (where: string) => (base === "" ? where : `(${base}) ${where}`);
  const query = new URLSearchParams({
    project,
    ...{ a: within(a.where), b: within(b.where), metric, of: String(of) },
  });
  return `/diff/groups?${query}`;
}
