import type { Unfolded } from "@epochal/store";
import { toJson } from "../terminal/to-json.ts";
import type { ListedRun } from "./listed-run.ts";

export interface RunsJsonArgs {
  readonly store: string;
  /** The metric that the table would show. */
  readonly metric: string | undefined;
  readonly total: number;
  /** What the store still folds, and what may be missing therefore. */
  readonly unfolded?: Unfolded | undefined;
  readonly runs: readonly ListedRun[];
}

/** The page as JSON. Of the conclusions it has the verdict. */
export function runsJson({ runs, ...page }: RunsJsonArgs): string {
  return toJson({
    ...page,
    runs: runs.map(({ conclusions: { verdict }, ...run }) => ({
      ...run,
      ...(verdict && { verdict }),
    })),
  });
}
