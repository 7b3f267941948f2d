import type { DifferingParam } from "../params/differing-params.ts";
import type { RunView } from "../wire/run-json.ts";
import { compareValues, type SortValue } from "./compare-values.ts";
import type { SortChoice } from "./search-params.ts";

export interface SortRunsArgs {
  /** In the order they were started; equal ones stay in it. */
  readonly runs: readonly RunView[];
  readonly names: ReadonlyMap<string, string>;
  readonly params: readonly DifferingParam[];
  /** The key of the series that `best`, `kept` and `last` are of. */
  readonly key: string | undefined;
  readonly sort: SortChoice;
}

/** The runs in the order of a column of the table. */
export function sortRuns({ runs, names, params, key, sort }: SortRunsArgs): RunView[] {
  const values = params.find(({ path }) => sort.id === `param:${path}`)?.values;
  const [, which, name] = /^(best|last|kept):(.+)$/s.exec(sort.id) ?? [undefined, sort.id, key];
  const sortedBy = (run: RunView): SortValue => {
    const { id } = run;
    if (sort.id === "run") return names.get(id);
    if (values !== undefined) return values.get(id);
    if (sort.id === "duration") return run.durationMs;
    if (sort.id === "started") return run.startedAt;
    const series = run.series.find((candidate) => candidate.key === name);
    return which === "best" || which === "kept" || which === "last"
      ? series?.[which]?.value
      : undefined;
  };
  return runs
    .map((run) => ({ run, value: sortedBy(run) }))
    .sort((a, b) => compareValues(a.value, b.value, sort.desc))
    .map(({ run }) => run);
}
