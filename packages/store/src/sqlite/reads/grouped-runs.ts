import type { Database } from "better-sqlite3";
import { groupRuns, type RunGroup } from "../../bands/group-runs.ts";
import type { ReadGroupedBy } from "../../bands/grouped-by.ts";
import { ParamsOfRuns } from "./params-of-runs.ts";

/** A run that is to be put into a group. */
interface UngroupedRun {
  readonly run: string;
  /** JSON. */
  readonly tags: string;
}

/** Puts runs into groups by what is stored of them. */
export class GroupedRuns {
  readonly #params: ParamsOfRuns;

  constructor(db: Database) {
    this.#params = new ParamsOfRuns(db);
  }

  /** @param owner the call, for the message. @throws RangeError where no run has a param that they are grouped by */
  run(owner: string, runs: readonly UngroupedRun[], { by, tags }: ReadGroupedBy): RunGroup[] {
    const ids = runs.map(({ run }) => run);
    const paths = by === "config" ? by : this.#params.resolve(owner, ids, by);
    const params =
      paths.length === 0
        ? undefined
        : this.#params.run(ids, paths === "config" ? undefined : paths);
    const grouped = runs.map((one) => ({
      id: one.run,
      tags: tags ? (JSON.parse(one.tags) as string[]) : [],
      params: params?.get(one.run) ?? new Map<string, string>(),
    }));
    return groupRuns(grouped, { by: paths, tags });
  }
}
