import "server-only";
import type { ManySeries, SeriesPart, Store, WantedSeries } from "@epochal/store";
import type { InferOutput } from "valibot";
import type { seriesQuestion } from "../wire/questions.ts";
import { filterOf, storedNames } from "./filter-of.ts";
import { orderOf } from "./order-of.ts";
import { readStretches } from "./read-stretches.ts";
import { store } from "./store.ts";

type Question = InferOutput<typeof seriesQuestion>;

/** Points of series of runs, or what is new of them. @throws QueryError, or TypeError or RangeError where the question makes no sense */
export async function loadSeries(question: Question): Promise<ManySeries> {
  const open = await store();
  const { project } = await filterOf(open, question);
  const stored = await storedNames(open, project, question.keys);
  const asked = new Map(question.keys.map((key) => [stored(key), key]));
  const { revision, series } = await read(open, question, [...asked.keys()]);
  // By the keys that were asked for.
  return {
    revision,
    series: series.map((part) => ({ ...part, key: asked.get(part.key) ?? part.key })),
  };
}

async function read(open: Store, question: Question, keys: readonly string[]): Promise<ManySeries> {
  const { segment, x = "step", from, to } = question;
  const runs = await idsOf(open, question);
  const wanted = runs.flatMap((run) => keys.map((key): WantedSeries => ({ run, key })));
  if (segment !== undefined) return earlier(open, wanted, segment);
  if ((from !== undefined || to !== undefined) && x !== "step") {
    return readStretches(open, { ...question, wanted, x });
  }
  return readNew(open, wanted, question);
}

/** The ids that are named, else those of the runs that match, the first in order first. */
async function idsOf(open: Store, question: Question): Promise<readonly string[]> {
  const { ids, where, order, limit = 100 } = question;
  if (ids !== undefined && where === undefined) return ids;
  const { runs } = await open.listRuns({
    ...(await filterOf(open, question)),
    ...(order && { order: order.map(orderOf) }),
    limit,
    with: {},
  });
  return runs.map(({ id }) => id);
}

/** Of the series that the asker has, what is new since its revision; of the others, everything. */
async function readNew(
  open: Store,
  wanted: readonly WantedSeries[],
  { from, to, buckets, since, have }: Question,
): Promise<ManySeries> {
  const range = {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(buckets !== undefined && { width: buckets }),
  };
  if (since === undefined || have === undefined) {
    return open.readManySeries({ series: wanted, ...range });
  }
  const known: WantedSeries[] = [];
  const unknown: WantedSeries[] = [];
  for (const one of wanted) {
    const kept = Object.hasOwn(have, one.run) ? have[one.run] : undefined;
    const [last, total] = (kept && Object.hasOwn(kept, one.key) && kept[one.key]) || [];
    if (last === undefined || total === undefined) unknown.push(one);
    else known.push({ ...one, have: { last, total } });
  }
  const grown = await open.readManySeries({ series: known, ...range, since });
  if (unknown.length === 0) return grown;
  const whole = await open.readManySeries({ series: unknown, ...range });
  // What changed between the two readings is told again, from the older revision.
  return { revision: grown.revision, series: [...grown.series, ...whole.series] };
}

/** What an earlier segment logged before the run was resumed, of the series that have anything. */
async function earlier(
  open: Store,
  wanted: readonly WantedSeries[],
  segment: number,
): Promise<ManySeries> {
  const { revision } = await open.listChanges();
  const series: SeriesPart[] = [];
  for (const { run, key } of wanted) {
    const points = await open.readSeries({ run, key, segment });
    if (points.total === 0) continue;
    series.push({ ...points, after: Number.NEGATIVE_INFINITY, last: points.step.at(-1) ?? 0 });
  }
  return { revision, series };
}
