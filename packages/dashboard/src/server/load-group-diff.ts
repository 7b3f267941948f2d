import "server-only";
import { counted, groupDifferenceWords, primaryMetric } from "@epochal/conclusions";
import type { ListedRun, Store } from "@epochal/store";
import type { GroupDiffAsked, GroupDiffData, GroupOfDiff } from "../wire/group-diff.ts";
import { forPage } from "../wire/page-text.ts";
import { areRepeated } from "./are-repeated.ts";
import { store } from "./store.ts";

/** More repetitions of one training nobody makes. */
const MOST_RUNS = 2000;

/** Two groups of runs beside each other. @throws QueryError where a query cannot be understood */
export async function loadGroupDiff(asked: GroupDiffAsked): Promise<GroupDiffData> {
  const { project, metric, of } = asked;
  const open = await store();
  const [inA, inB] = [await members(open, project, asked.a), await members(open, project, asked.b)];
  const all = [...inA, ...inB];
  const judged = primaryMetric(all.map(({ series }) => ({ series, conclusions: {} })));
  const key = metric ?? judged?.key;
  const series = all.flatMap((run) => run.series).find((each) => each.key === key);
  const [a, b] = [groupOf(asked.a, inA, key), groupOf(asked.b, inB, key)];
  const { kind = "metric", direction, per } = series ?? {};
  const valuesOf = ({ runs }: GroupOfDiff) =>
    runs.map(({ value }) => value).filter((value) => value !== undefined);
  const repeats = areRepeated(inA) && areRepeated(inB) ? "seed" : "run";
  return forPage({
    ...{ project, a, b },
    ...(key !== undefined && { key }),
    ...(direction !== undefined && { direction }),
    ...(per !== undefined && { per }),
    words: `${groupDifferenceWords({
      a: { name: asked.a, values: valuesOf(a) },
      b: { name: asked.b, values: valuesOf(b) },
      series: { kind, ...(direction !== undefined && { direction }) },
      repeats,
      ...(of !== undefined && { of }),
    })}.`,
    warnings: warningsOf(inA, inB, key),
  });
}

async function members(open: Store, project: string, where: string): Promise<ListedRun[]> {
  const { runs } = await open.listRuns({ project, where, order: "started", limit: MOST_RUNS });
  return [...runs];
}

/** Each run at its best; at its last value where neither way is better. */
function groupOf(where: string, runs: readonly ListedRun[], key: string | undefined): GroupOfDiff {
  return {
    where,
    runs: runs.map(({ id, name, series }) => {
      const found = series.find((each) => each.key === key);
      const value = (found?.best ?? found?.last)?.value;
      return { id, name, ...(Number.isFinite(value) && { value: value as number }) };
    }),
  };
}

function warningsOf(
  a: readonly ListedRun[],
  b: readonly ListedRun[],
  key: string | undefined,
): string[] {
  const inB = new Set(b.map(({ id }) => id));
  const shared = a.filter(({ id }) => inB.has(id)).length;
  const without = [...a, ...b].filter(
    ({ series }) => !series.some((each) => each.key === key),
  ).length;
  const running = [...a, ...b].filter(({ status }) => status.state === "running").length;
  return [
    ...(shared > 0
      ? [`${counted(shared, "run is", "runs are")} in both groups: they do not differ there.`]
      : []),
    ...(key !== undefined && without > 0
      ? [`${counted(without, "run has", "runs have")} no value of ${key}.`]
      : []),
    ...(running > 0 ? [`${counted(running, "run is", "runs are")} still training.`] : []),
  ];
}
