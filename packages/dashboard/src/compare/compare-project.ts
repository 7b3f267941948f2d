import {
  bestRunWords,
  type PrimaryMetric,
  type ProjectFact,
  primaryMetric,
  projectFacts,
  rankRuns,
} from "@epochal/conclusions";
import type { DifferingParam } from "../params/differing-params.ts";
import { matchesSearch } from "../runs-table/matches-search.ts";
import type { RunView } from "../wire/run-json.ts";
import type { CompareState, SortChoice } from "./search-params.ts";
import { sortRuns } from "./sort-runs.ts";
import { isShown } from "./visibility.ts";

/** All runs of a project, and what the page calls them. */
export interface ProjectRuns {
  /** In the order they were started. */
  readonly runs: readonly RunView[];
  readonly names: ReadonlyMap<string, string>;
  readonly params: readonly DifferingParam[];
  /** The text in which the search looks for each run, in small letters. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What the compare page says of a project: counted, ranked and searched over all of its runs. */
export interface Comparison {
  /** How many runs the project has, how many of them the search finds, and how many of these are not hidden. */
  readonly total: number;
  readonly found: number;
  readonly shown: number;
  readonly running: number;
  /** What the runs are judged by. */
  readonly primary?: PrimaryMetric;
  /** Keys of the series that they can be judged by. */
  readonly judging: readonly string[];
  /** What the table is sorted by. */
  readonly sort: SortChoice;
  /** Config leaves on which the runs differ, as columns of the table. */
  readonly params: readonly Pick<DifferingParam, "path" | "label">[];
  readonly facts: readonly ProjectFact[];
  /** The answer, of the runs that the search finds. */
  readonly headline: string;
  readonly remarks: readonly string[];
  /** Ids of the first runs found, in the order of the table. */
  readonly rows: readonly string[];
  /** Ids of the runs whose curves are drawn. */
  readonly drawn: readonly string[];
}

/** The table lists at most so many runs: the first in its order. */
export const MOST_ROWS = 500;
/** The charts draw at most so many runs: nobody can tell more apart. */
const MOST_DRAWN = 60;
const MOST_PARAMS = 12;

/** What the page shows of these runs in this state. Pure. */
export function compareProject(project: ProjectRuns, state: CompareState): Comparison {
  const { runs, names, params, texts } = project;
  const primary = chosenMetric(runs, state.metric) ?? primaryMetric(runs);
  const found = runs.filter(({ id }) => matchesSearch(texts.get(id) ?? "", state.q));
  const shown = found.filter(({ id }) => isShown(state, id));
  const sort = state.sort ?? { id: primary ? "best" : "run", desc: primary?.direction === "max" };
  const rows = sortRuns({ runs: found, names, params, key: primary?.key, sort });
  return {
    total: runs.length,
    found: found.length,
    shown: shown.length,
    running: runs.filter(({ status }) => status.state === "running").length,
    ...(primary && { primary }),
    judging: judgingKeys(runs),
    sort,
    params: params.slice(0, MOST_PARAMS).map(({ path, label }) => ({ path, label })),
    facts: projectFacts(runs),
    ...answer(runs, found, primary, names),
    rows: idsOf(rows.slice(0, MOST_ROWS)),
    drawn: idsOf(drawnOf(shown, primary)),
  };
}

const idsOf = (runs: readonly RunView[]) => runs.map(({ id }) => id);

function answer(
  runs: readonly RunView[],
  found: readonly RunView[],
  primary: PrimaryMetric | undefined,
  names: ReadonlyMap<string, string>,
): Pick<Comparison, "headline" | "remarks"> {
  if (found.length === 0 && runs.length > 0) return { headline: "No run matches.", remarks: [] };
  const { headline, remarks } = bestRunWords(found, primary, names);
  return { headline, remarks };
}

/** The best runs, where there are too many to draw. */
function drawnOf(
  shown: readonly RunView[],
  primary: PrimaryMetric | undefined,
): readonly RunView[] {
  if (shown.length <= MOST_DRAWN || primary === undefined) return shown.slice(0, MOST_DRAWN);
  const ranked = rankRuns(shown, primary).map(({ run }) => run);
  return (ranked.length > 0 ? ranked : shown).slice(0, MOST_DRAWN);
}

function chosenMetric(runs: readonly RunView[], key: string | null): PrimaryMetric | undefined {
  if (key === null) return undefined;
  for (const { series } of runs) {
    const found = series.find((candidate) => candidate.key === key);
    if (found === undefined) continue;
    const { metric, direction } = found;
    return { key, metric, ...(direction && { direction }) };
  }
  return undefined;
}

function judgingKeys(runs: readonly RunView[]): readonly string[] {
  const keys = new Set<string>();
  for (const { series } of runs) {
    for (const { key, per, direction } of series) {
      if (per === "epoch" && direction !== undefined) keys.add(key);
    }
  }
  const validationFirst = (key: string) => (key.startsWith("val_") ? 0 : 1);
  return [...keys].sort((a, b) => validationFirst(a) - validationFirst(b) || (a < b ? -1 : 1));
}
