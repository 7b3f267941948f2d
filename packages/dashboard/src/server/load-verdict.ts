import "server-only";
import {
  bestRunWords,
  chooseMetric,
  judgingRuns,
  type PrimaryMetric,
  projectFacts,
  type RunCounts,
  type ToldRun,
  unjudgedWords,
} from "@epochal/conclusions";
import type { RunFacets, RunFilter, Store } from "@epochal/store";
import type { InferOutput } from "valibot";
import type { VerdictAnswer } from "../wire/answers.ts";
import type { verdictQuestion } from "../wire/questions.ts";
import { filterOf } from "./filter-of.ts";
import { labelsOf } from "./labels-of.ts";
import { store } from "./store.ts";
import { withDirection } from "./with-direction.ts";

type Question = InferOutput<typeof verdictQuestion>;

/** What the runs of a project show: the sentence of those that match, and how all of them stand. @throws QueryError */
export async function loadVerdict(question: Question): Promise<VerdictAnswer> {
  const open = await store();
  const { revision } = await open.listChanges();
  const filter = await filterOf(open, question);
  const { where = "", ids: _ids, ...all } = filter;
  const facets = await open.facets(all);
  const isAll = where.trim() === "" && filter.ids === undefined;
  const found = isAll ? facets.total : (await open.listRuns({ ...filter, limit: 0 })).total;
  const metric = await metricOf(open, all, facets, question);
  return {
    revision,
    total: facets.total,
    found,
    running: facets.states.find(({ state }) => state === "running")?.runs ?? 0,
    ...(metric && { metric: { ...metric, isGuessed: metric.key !== question.metric } }),
    ...(await sentenceOf(open, filter, { facets, found, metric })),
    facts: projectFacts(await countsOf(open, all, facets)),
  };
}

/** The metric that was chosen, else the one that most of the runs seem to be about. */
async function metricOf(
  open: Store,
  all: RunFilter,
  { series }: RunFacets,
  chosen: Pick<Question, "metric" | "direction">,
): Promise<PrimaryMetric | undefined> {
  const own = series.find(({ key }) => key === chosen.metric);
  if (own !== undefined) {
    const { key, metric, direction = chosen.direction } = own;
    return { key, metric, ...(direction && { direction }) };
  }
  const { runs } = await open.listRuns({ ...all, limit: judgingRuns, with: {} });
  const conclusions = await Promise.all(runs.map(({ id }) => open.concludeRun(id)));
  return chooseMetric(
    series,
    conclusions.map(({ monitor }) => monitor),
  );
}

interface Counted {
  readonly facets: RunFacets;
  readonly found: number;
  readonly metric: PrimaryMetric | undefined;
}

/** The best runs, and the best by its last value: all that the sentence speaks of. */
async function sentenceOf(
  open: Store,
  filter: RunFilter,
  { facets: { total, series, states }, found, metric }: Counted,
): Promise<Pick<VerdictAnswer, "headline" | "remarks">> {
  if (found === 0 && total > 0) return { headline: "No run matches.", remarks: [] };
  if (metric === undefined) {
    const isRunning = states.some(({ state }) => state === "running" || state === "stalled");
    const hasBatches = series.some(({ per }) => per === "batch");
    return { headline: unjudgedWords({ count: found, isRunning, hasBatches }), remarks: [] };
  }
  const { key, direction } = metric;
  // Whether its series say which way is better.
  const isRecorded = series.some((each) => each.key === key && each.direction);
  const given = direction && { key, direction };
  // The extreme in the better direction is the best value, also where nobody recorded which way is better.
  const first = async (of: "max" | "min" | "best" | "last") => {
    const descending = direction === "max";
    const order = { by: `${of}:${key}` as const, descending };
    const parts = { config: true, series: [key] } as const;
    const { runs } = await open.listRuns({ ...filter, order, limit: 1, with: parts });
    return withDirection(open, runs, given);
  };
  const told = [
    ...(await first(isRecorded ? "best" : (direction ?? "best"))),
    ...(await first("last")),
  ];
  const runs = [...new Map(told.map((run) => [run.id, run])).values()];
  const labels = await labelsOf(open, filter.project, runs);
  const { headline, remarks } = bestRunWords(runs, metric, labels, found);
  return { headline, remarks };
}

async function countsOf(open: Store, all: RunFilter, { states }: RunFacets): Promise<RunCounts> {
  const withVerdict = async (verdict: string) => {
    const query = { ...all, where: `verdict:${verdict}`, limit: 1, with: {} } as const;
    return open.listRuns(query);
  };
  const diverged = await withVerdict("diverged");
  const overfitting = await withVerdict("overfitting");
  const killed = states.find(({ state }) => state === "killed")?.runs ?? 0;
  const dead =
    killed === 1
      ? (await open.listRuns({ ...all, where: "status:killed", limit: 1, with: {} })).runs
      : [];
  const only = async (
    runs: readonly (Pick<ToldRun, "status"> & { readonly id: string })[],
  ): Promise<ToldRun | undefined> => {
    const [run] = runs;
    return run && { status: run.status, conclusions: await open.concludeRun(run.id) };
  };
  const onlyDiverged = diverged.total === 1 ? await only(diverged.runs) : undefined;
  const onlyKilled = await only(dead);
  return {
    states,
    diverged: diverged.total,
    overfitting: overfitting.total,
    ...(onlyDiverged && { onlyDiverged }),
    ...(onlyKilled && { onlyKilled }),
  };
}
