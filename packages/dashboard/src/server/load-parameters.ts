import "server-only";
import {
  effectWords,
  isSeed,
  naturalOrder,
  type PrimaryMetric,
  paramGrid,
  primaryMetric,
  type SearchedRun,
  searchProgress,
} from "@epochal/conclusions";
import { flattenConfig } from "@epochal/record";
import {
  type ListedRun,
  type ParamFacet,
  type RunEffects,
  type RunFacets,
  type RunFilter,
  type Store,
  StoreError,
} from "@epochal/store";
import { readBrushes } from "../parameters/brush.ts";
import type {
  JudgedBy,
  ParameterAxis,
  ParameterRun,
  ParametersData,
} from "../parameters/parameters-data.ts";
import { pageText } from "../wire/page-text.ts";
import type { ParametersQuestion } from "../wire/questions.ts";
import { isProject } from "./is-project.ts";
import { store } from "./store.ts";

/** More lines than that are no picture any more. */
const mostRuns = 2000;
/** The choice of the metric looks at so many of the newest runs. */
const judgedRuns = 100;
const mostAxes = 24;

type Drawn = ListedRun<object, { readonly config: true; readonly series: readonly string[] }>;

/**
 * What the parameters of a project's runs have to do with a metric.
 *
 * @throws QueryError where the filter is none; StoreError `project_not_found`
 */
export async function loadParameters({
  project,
  where = "",
  metric: asked,
  direction,
  rows,
  columns,
}: ParametersQuestion): Promise<ParametersData> {
  const open = await store();
  const { revision } = await open.listChanges();
  const { base } = readBrushes(where);
  // Those that lists show, as on the page of the table.
  const all = { project, archived: false };
  const facets = await open.facets({ ...all, where: base });
  if (facets.total === 0 && !(await isProject(open, project))) {
    throw new StoreError("project_not_found", "There is no such project.");
  }
  const metric = judgedBy({ asked, direction }, facets, await guess(open, { ...all, where: base }));
  const drawn = await open.listRuns({
    ...{ ...all, where: base, order: "started", limit: mostRuns },
    with: { config: true, series: metric === undefined ? [] : [metric.key] },
  });
  const found = await open.listRuns({ ...all, where, limit: mostRuns, with: {} });
  const isFound = new Set(found.runs.map(({ id }) => id));
  const runs = drawn.runs.map((run) => toRow(run, metric, isFound.has(run.id)));
  const searched = searchedRuns(drawn.runs, metric, isFound);
  const effects = metric && (await effectsOf(open, { ...all, where }, metric));
  // Brushes move no axis.
  const ofAll =
    metric && (where === base ? effects : await effectsOf(open, { ...all, where: base }, metric));
  const axes = axesOf(facets, ofAll);
  const grid = gridOf(searched, effects, axes, {
    ...(rows !== undefined && { rows }),
    ...(columns !== undefined && { columns }),
  });
  return {
    ...{ project, title: pageText(project), revision },
    ...{ found: found.total, total: facets.total, runs, axes },
    metrics: facets.series.map(({ key }) => key),
    ...(metric && { metric }),
    ...(effects && { effects }),
    sentences: effects && metric ? effectWords(titleOf(metric), effects) : [],
    records: metric?.direction ? searchProgress(searched, metric.direction) : [],
    ...(grid && { grid }),
  };
}

async function guess(open: Store, filter: RunFilter): Promise<PrimaryMetric | undefined> {
  const { runs } = await open.listRuns({
    ...{ ...filter, limit: judgedRuns },
    with: { series: true },
  });
  return primaryMetric(runs.map(({ series }) => ({ series, conclusions: {} })));
}

interface Said {
  /** `val_auc`, `last:val_auc` */
  readonly asked: string | undefined;
  readonly direction: "max" | "min" | undefined;
}

function judgedBy(
  { asked, direction }: Said,
  facets: RunFacets,
  guessed: PrimaryMetric | undefined,
): JudgedBy | undefined {
  const [, named = undefined, rest = asked] = /^(best|last|kept):(.+)$/s.exec(asked ?? "") ?? [];
  const series = facets.series.find(({ key }) => key === rest) ?? guessed;
  if (series === undefined) return undefined;
  // What a person said is of the metric that the person chose.
  const said = series.key === rest ? direction : undefined;
  const better = series.direction ?? said;
  // Where neither way is better there is no best value, and where nobody recorded which way is, it is an extreme.
  const best = series.direction === undefined ? (said ?? "last") : "best";
  return {
    ...{ key: series.key, of: (named as JudgedBy["of"] | undefined) ?? best },
    ...(better && { direction: better }),
  };
}

const titleOf = ({ key, of }: JudgedBy): string => (of === "best" ? key : `${of} ${key}`);

function metricValue(run: Drawn, { key, of }: JudgedBy): number | undefined {
  const series = run.series.find((each) => each.key === key);
  const value = series?.[of];
  return typeof value === "object" ? value.value : value;
}

function toRow(run: Drawn, metric: JudgedBy | undefined, isFound: boolean): ParameterRun {
  const value = metric && metricValue(run, metric);
  const params = flattenConfig(run.config).map(
    (param) => [pageText(param.path), JSON.parse(param.value) as unknown] as const,
  );
  return {
    ...{ id: run.id, name: pageText(run.name), startedAt: run.startedAt.getTime(), isFound },
    ...{ state: run.status.state, params: Object.fromEntries(params) },
    ...(value !== undefined && { value }),
  };
}

function searchedRuns(
  runs: readonly Drawn[],
  metric: JudgedBy | undefined,
  isFound: ReadonlySet<string>,
): readonly SearchedRun[] {
  if (metric === undefined) return [];
  return runs.flatMap((run) => {
    if (!isFound.has(run.id)) return [];
    const value = metricValue(run, metric);
    const { id, config, startedAt } = run;
    return value === undefined ? [] : [{ id, config, value, startedAt: startedAt.getTime() }];
  });
}

/** A metric of which the runs do not agree which way is better has no best value to look at. */
async function effectsOf(
  open: Store,
  filter: RunFilter,
  { key, of }: JudgedBy,
): Promise<RunEffects> {
  try {
    return await open.parameterEffects({ ...filter, metric: `${of}:${key}` });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return open.parameterEffects({ ...filter, metric: `last:${key}` });
  }
}

/** The params that differ, those with the clearest effect first. Seeds are repetitions, and no param to look at. */
function axesOf(facets: RunFacets, effects: RunEffects | undefined): ParameterAxis[] {
  const order = effects?.effects.map(({ path }) => path) ?? [];
  const rank = ({ path }: ParamFacet) =>
    order.includes(path) ? order.indexOf(path) : order.length;
  return facets.params
    .filter(
      ({ distinct, runs, path }) => (distinct > 1 || runs < facets.total) && !isSeed({ path }),
    )
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, mostAxes)
    .map((facet) => toAxis(facet, facets.total));
}

function toAxis(facet: ParamFacet, total: number): ParameterAxis {
  const { path, runs, values, min = 0, max = 0 } = facet;
  const isNumber = values.every(({ value }) => typeof value === "number");
  const all = values.map(({ value }) => value).sort(byText);
  const isWhole = all.length === facet.distinct;
  return {
    ...{ path: pageText(path), hasAbsent: runs < total, min, max },
    ...{ kind: isNumber ? "number" : "category", values: isNumber && !isWhole ? [] : all },
  };
}

const byText = (a: unknown, b: unknown): number =>
  typeof a === "number" && typeof b === "number" ? a - b : naturalOrder(String(a), String(b));

function gridOf(
  runs: readonly SearchedRun[],
  effects: RunEffects | undefined,
  axes: readonly ParameterAxis[],
  asked: Pick<ParametersQuestion, "rows" | "columns">,
): ParametersData["grid"] {
  const strong = [
    ...new Set([
      ...(effects?.effects.map(({ path }) => path) ?? []),
      ...axes.map(({ path }) => path),
    ]),
  ];
  const known = (path: string | undefined) => axes.find((axis) => axis.path === path)?.path;
  const row = known(asked.rows) ?? strong.find((path) => path !== asked.columns);
  const column = known(asked.columns) ?? strong.find((path) => path !== row);
  if (row === undefined || column === undefined || row === column) return undefined;
  return { row, column, ...paramGrid(runs, { row, column }) };
}
