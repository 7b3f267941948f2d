import "server-only";
import { counted, groupDifferenceWords, primaryMetric } from "@epochal/conclusions";
import type { GroupSummaries, RunFilter, Store } from "@epochal/store";
import type { GroupDiffAsked, GroupDiffData, GroupOfDiff } from "../wire/group-diff.ts";
import { forPage } from "../wire/page-text.ts";
import { areRepeated } from "./are-repeated.ts";
import { sampleOf } from "./group-figures.ts";
import { orderOf } from "./order-of.ts";
import { queryNames } from "./query-names.ts";
import { store } from "./store.ts";
import { directedOrder, withDirection } from "./with-direction.ts";

/** A list that somebody can still look through. */
const MOST_LISTED = 200;
/** The choice of the metric looks at so many runs of each group. */
const JUDGED_RUNS = 100;

interface Side {
  readonly filter: RunFilter & { readonly where: string };
  readonly summary: GroupSummaries | undefined;
  readonly group: GroupOfDiff;
}

/** Two groups of runs beside each other. @throws QueryError where a query cannot be understood */
export async function loadGroupDiff(asked: GroupDiffAsked): Promise<GroupDiffData> {
  const { project, of } = asked;
  const open = await store();
  const names = queryNames(asked.a, asked.b);
  const place = asked.in === "trash" ? { deleted: true } : { archived: asked.in === "archive" };
  const filters = [asked.a, asked.b].map((where) => ({ project, where, ...place }));
  const key = asked.metric ?? (await guessed(open, filters));
  const [a, b] = await Promise.all(
    filters.map((filter, at) =>
      readSide(open, { ...asked, filter, key, name: at === 0 ? names.a : names.b }),
    ),
  );
  if (a === undefined || b === undefined) throw new RangeError("Two groups are compared.");
  const { series } = await open.facets({ project });
  const described = series.find((one) => one.key === key);
  const { kind = "metric", per } = described ?? {};
  const direction = described?.direction ?? asked.direction;
  const isRepeated = [await open.facets(a.filter), await open.facets(b.filter)].every(areRepeated);
  const [nameB, nameA] = names.over;
  return forPage({
    ...{ project, a: a.group, b: b.group, title: `${nameB} over ${nameA}`, both: names.both },
    ...(asked.in && { in: asked.in }),
    ...(key !== undefined && { key }),
    ...(direction !== undefined && { direction }),
    ...(per !== undefined && { per }),
    words: `${groupDifferenceWords({
      a: { name: nameA, sample: bestOf(a.summary) },
      b: { name: nameB, sample: bestOf(b.summary) },
      series: { kind, ...(direction !== undefined && { direction }) },
      repeats: isRepeated ? "seed" : "run",
      ...(of !== undefined && { of }),
      ...(asked.best !== undefined && { isBest: true }),
    })}.`,
    warnings: await warningsOf(open, [a, b], key),
  });
}

/** Each run at its best; at its last value where neither way is better. */
function bestOf(summary: GroupSummaries | undefined) {
  const [group] = summary?.groups ?? [];
  return group && sampleOf(group, summary?.key ?? "", "best");
}

async function guessed(open: Store, filters: readonly RunFilter[]): Promise<string | undefined> {
  const pages = await Promise.all(
    filters.map((filter) =>
      open.listRuns({ ...filter, limit: JUDGED_RUNS, with: { series: true } }),
    ),
  );
  const runs = pages.flatMap((page) => page.runs);
  return primaryMetric(runs.map(({ series }) => ({ series, conclusions: {} })))?.key;
}

interface SideArgs extends Pick<GroupDiffAsked, "direction"> {
  readonly filter: Side["filter"];
  readonly key: string | undefined;
  readonly name: string;
}

async function readSide(open: Store, args: SideArgs): Promise<Side> {
  const { filter, key, name, direction } = args;
  const given = key === undefined || direction === undefined ? undefined : { key, direction };
  const { runs: listed, total } = await open.listRuns({
    ...{ ...filter, limit: MOST_LISTED },
    order: key === undefined ? "started" : [orderOf(directedOrder(`best:${key}`, given))],
    with: { series: key === undefined ? [] : [key] },
  });
  const runs = await withDirection(open, listed, given);
  const summary =
    key === undefined
      ? undefined
      : await open.summarizeGroups({
          ...{ ...filter, key, figures: [`best:${key}`, `last:${key}`] },
          ...(direction && { direction }),
        });
  return {
    ...{ filter, summary },
    group: {
      ...{ name, where: filter.where, total },
      runs: runs.map(({ id, name: called, series }) => {
        const found = series.find((each) => each.key === key);
        const value = (found?.best ?? found?.last)?.value;
        return { id, name: called, ...(Number.isFinite(value) && { value: value as number }) };
      }),
    },
  };
}

async function warningsOf(
  open: Store,
  [a, b]: readonly [Side, Side],
  key: string | undefined,
): Promise<string[]> {
  const count = async (where: string) =>
    (await open.listRuns({ ...a.filter, where, limit: 0 })).total;
  const both = await count(`(${a.filter.where}) and (${b.filter.where})`);
  const running = await count(`((${a.filter.where}) or (${b.filter.where})) and status:running`);
  const without = (a.summary?.without ?? 0) + (b.summary?.without ?? 0);
  return [
    ...(both > 0
      ? [`${counted(both, "run is", "runs are")} in both groups: they do not differ there.`]
      : []),
    ...(key !== undefined && without > 0
      ? [`${counted(without, "run has", "runs have")} no value of ${key}.`]
      : []),
    ...(running > 0 ? [`${counted(running, "run is", "runs are")} still training.`] : []),
  ];
}
