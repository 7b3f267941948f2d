import * as v from "valibot";
import {
  askedCount,
  askedDirection,
  askedFilter,
  askedNumber,
  askedText,
  askedTexts,
  groupSpreads,
  xAxes,
} from "./asked-parts.ts";

/** `GET /api/runs`: a page of the runs that match. */
export const runsQuestion = v.strictObject({
  ...askedFilter,
  /** What to sort by, the most important first: `best:val_auc`, `started desc`, `param:units asc`. @default the newest first */
  order: v.exactOptional(askedTexts),
  offset: v.exactOptional(askedCount),
  /** @default 100, at most 1000 */
  limit: v.exactOptional(v.pipe(askedCount, v.maxValue(1000))),
  /** Which cells the rows have: `best:KEY`, `last:`, `kept:`, `min:`, `max:`, `param:PATH`, `tag:NAME`, `fact:host`, `card:PATH`. */
  columns: v.exactOptional(askedTexts),
  /** The series that runs are judged by: rows then say what is best, last, kept and lost of it. */
  metric: v.exactOptional(askedText),
  /** Which way `metric` is better, where its series do not say. */
  direction: v.exactOptional(askedDirection),
  /** With `metric`: the axis over which to send a few of its points, for a sparkline. */
  spark: v.exactOptional(v.picklist(xAxes)),
  /** Epoch milliseconds: only runs started until then are paged through, so that a new one moves nothing. */
  until: v.exactOptional(askedNumber),
});
export type RunsQuestion = v.InferInput<typeof runsQuestion>;

/** `GET /api/facets`: what the runs that match have. */
export const facetsQuestion = v.strictObject(askedFilter);
export type FacetsQuestion = v.InferInput<typeof facetsQuestion>;

/** `GET /api/completions`: what may stand at a place in a query. */
export const completionsQuestion = v.strictObject({
  project: v.exactOptional(askedText),
  text: askedText,
  /** A place in the text, in UTF-16 units. @default its end */
  caret: v.exactOptional(askedCount),
});
export type CompletionsQuestion = v.InferInput<typeof completionsQuestion>;

/** `GET /api/series`: points of series of runs. */
export const seriesQuestion = v.strictObject({
  ...askedFilter,
  /** With `where`: which of the runs come first. */
  order: v.exactOptional(askedTexts),
  /** With `where`: of so many runs. @default 100, at most 2000 */
  limit: v.exactOptional(v.pipe(askedCount, v.maxValue(2000))),
  /** As logged: `val_auc`. Runs without one of them are answered without it. */
  keys: askedTexts,
  /** About how many buckets a series is cut into, where it has more points. @default 500 */
  buckets: v.exactOptional(v.pipe(askedCount, v.minValue(1), v.maxValue(10_000))),
  /** What `from` and `to` are of. @default "step" */
  x: v.exactOptional(v.picklist(xAxes)),
  from: v.exactOptional(askedNumber),
  to: v.exactOptional(askedNumber),
  /** An earlier segment of a resumed run: what it logged and a later one went through again. */
  segment: v.exactOptional(askedCount),
  /** The revision of an answer that the asker has: of the series in `have`, only what is new since then is sent. */
  since: v.exactOptional(askedNumber),
  /** What the asker has: `{ run: { key: [last, total] } }`. Only in a body. */
  have: v.exactOptional(
    v.record(v.string(), v.record(v.string(), v.tuple([v.number(), v.number()]))),
  ),
});
export type SeriesQuestion = v.InferInput<typeof seriesQuestion>;

/** `GET /api/bands`: the middle and the spread of groups of runs. */
export const bandsQuestion = v.strictObject({
  ...askedFilter,
  key: askedText,
  /** As of `groups`. @default all runs are one group */
  by: v.exactOptional(askedTexts),
  x: v.exactOptional(v.picklist(["epoch", "step", "time"])),
  center: v.exactOptional(v.picklist(["mean", "median"])),
  spread: v.exactOptional(v.picklist(["sd", "se", "interval", "quartiles", "range"])),
  points: v.exactOptional(v.pipe(askedCount, v.minValue(1), v.maxValue(10_000))),
  /** The first place on `x` that counts, and the last. @default all */
  from: v.exactOptional(askedNumber),
  to: v.exactOptional(askedNumber),
  /** Epoch milliseconds: only runs started until then. */
  until: v.exactOptional(askedNumber),
});
export type BandsQuestion = v.InferInput<typeof bandsQuestion>;

const askedGroups = {
  ...askedFilter,
  /** `config`, or params, each by its path; `tags`, alone or with them. A param that is called so, too, is `param:tags`. */
  by: askedTexts,
  /** The series that runs are judged by: a run without it is in no group. */
  metric: askedText,
  /** Epoch milliseconds: only runs started until then, so that a new one moves nothing. */
  until: v.exactOptional(askedNumber),
};

/** `GET /api/groups`: the groups of runs in figures. */
export const groupsQuestion = v.strictObject({
  ...askedGroups,
  /** Which way `metric` is better, where its series do not say. */
  direction: v.exactOptional(askedDirection),
  /** Which cells are summed up besides: as those of `runs`. */
  columns: v.exactOptional(askedTexts),
  /** What the groups are sorted by, as runs are: each by its mean. @default the best of the metric */
  order: v.exactOptional(askedTexts),
  /** @default "sd" */
  spread: v.exactOptional(v.picklist(groupSpreads)),
});
export type GroupsQuestion = v.InferInput<typeof groupsQuestion>;

/** `GET /api/members`: the runs of one group. */
export const membersQuestion = v.strictObject({
  ...askedGroups,
  /** The id of the group. */
  group: askedText,
});
export type MembersQuestion = v.InferInput<typeof membersQuestion>;

/** `GET /api/like`: the query that finds the runs which are like one but for its seeds. */
export const likeQuestion = v.strictObject({ run: askedText });
export type LikeQuestion = v.InferInput<typeof likeQuestion>;

/** `GET /api/diff`: two runs beside each other, by their ids. */
export const diffQuestion = v.strictObject({
  a: askedText,
  b: askedText,
  /** Whose page asks: the sentences call it "this run". @default they call them A and B */
  page: v.exactOptional(v.picklist(["b"])),
});
export type DiffQuestion = v.InferInput<typeof diffQuestion>;

/** `GET /api/histograms`: how the values of a weight are spread, epoch by epoch. */
export const histogramsQuestion = v.strictObject({
  run: askedText,
  /** As recorded: `dense/kernel/histogram`. @default the first one */
  key: v.exactOptional(askedText),
});

/** `GET /api/parameters`: all that the page of parameters shows. */
export const parametersQuestion = v.strictObject({
  project: askedText,
  /** Which runs; conditions that an axis can show are its brushes. @default all */
  where: v.exactOptional(askedText),
  /** `val_auc`, `last:val_auc`. @default what the runs are judged by */
  metric: v.exactOptional(askedText),
  /** Which way `metric` is better, where its series do not say. */
  direction: v.exactOptional(askedDirection),
  /** The params of the grid. @default those with the clearest effect */
  rows: v.exactOptional(askedText),
  columns: v.exactOptional(askedText),
});
export type ParametersQuestion = v.InferInput<typeof parametersQuestion>;

/** `GET /api/verdict`: what the runs that match show, in a sentence. */
export const verdictQuestion = v.strictObject({
  ...askedFilter,
  /** The key of the series to judge by. @default the one that early stopping watched in most runs, else a guess */
  metric: v.exactOptional(askedText),
  /** Which way `metric` is better, where its series do not say. */
  direction: v.exactOptional(askedDirection),
});
export type VerdictQuestion = v.InferInput<typeof verdictQuestion>;

/** `GET /api/traces`: what early stopping saw in these runs. */
export const tracesQuestion = v.strictObject({ ids: askedTexts });
