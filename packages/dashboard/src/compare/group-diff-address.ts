import type { GroupRow } from "../wire/groups-answer.ts";
import type { CompareState } from "./search-params.ts";

export interface GroupDiffAddressArgs {
  readonly project: string;
  readonly state: Pick<CompareState, "where" | "in">;
  /** The key of the series that they are judged by. */
  readonly metric: string;
  readonly a: GroupRow | undefined;
  readonly b: GroupRow | undefined;
  /** Which way is better, where a person said so. */
  readonly direction?: "max" | "min" | undefined;
  /** How many groups the two were chosen from, and the id of the best of them, if one is. */
  readonly of: number;
  readonly best: string | undefined;
}

/** Where two groups stand side by side; undefined where one of them is none, or no query finds it. */
export function groupDiffAddress(args: GroupDiffAddressArgs): string | undefined {
  const { project, state, metric, direction, a, b, of, best } = args;
  if (!a?.where || !b?.where || a.id === b.id) return undefined;
  const base = state.where.trim();
  const within = (where: string) => (base === "" ? where : `(${base}) ${where}`);
  const query = new URLSearchParams({
    project,
    ...{ a: within(a.where), b: within(b.where), metric, of: String(of) },
    ...(b.id === best && { best: "b" }),
    ...(direction && { direction }),
    ...(state.in && { in: state.in }),
  });
  return `/diff/groups?${query}`;
}
