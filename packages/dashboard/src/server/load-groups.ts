import "server-only";
import { groupDifferenceWords, naturalOrder } from "@epochal/conclusions";
import type { Band, ListedRuns } from "@epochal/store";
import type { InferOutput } from "valibot";
import { shortLabels } from "../params/short-labels.ts";
import type { GroupRow, GroupsAnswer } from "../wire/groups-answer.ts";
import type { groupsQuestion } from "../wire/questions.ts";
import { areRepeated } from "./are-repeated.ts";
import { CellReader } from "./cell-reader.ts";
import { filterOf, storedNames } from "./filter-of.ts";
import { groupFigures } from "./group-figures.ts";
import { groupNames, paramsName } from "./group-names.ts";
import { orderOf } from "./order-of.ts";
import { store } from "./store.ts";

type Listed = ListedRuns["runs"][number];

/** A project with more runs than that has its groups made of the newest. */
const MOST_RUNS = 20_000;
/** What has to be read of runs, whether its column is shown or not. */
const OF_A_CELL = /^(?:best|last|kept|min|max|param):/;
/** With fewer runs in a group, nobody knows how much it varies. */
const FEWEST = 3;

/** The groups of the runs that match: what they share, and how each does. @throws QueryError, TypeError or RangeError */
export async function loadGroups(
  question: InferOutput<typeof groupsQuestion>,
): Promise<GroupsAnswer> {
  const open = await store();
  const { revision } = await open.listChanges();
  const filter = await filterOf(open, question);
  const { by, spread = "sd", order = [] } = question;
  const asked = [question.metric, ...by, ...(question.columns ?? []), ...order];
  const stored = await storedNames(open, filter.project, asked);
  const sortedBy = order.map((text) => String(orderOf(stored(text)).by));
  const columns = [
    ...new Set([
      ...(question.columns ?? []).map(stored),
      ...sortedBy.filter((by) => OF_A_CELL.test(by)),
    ]),
  ];
  const metric = stored(question.metric);
  const [first] = by;
  const isWord = by.length === 1 && (first === "config" || first === "tags");
  const { groups, without } = await open.bands({
    ...{ ...filter, key: metric, points: 2 },
    by: isWord ? (first as string) : by.map(stored),
  });
  const cells = new CellReader(open, columns);
  const listed = await open.listRuns({
    ...{ ...filter, limit: MOST_RUNS },
    with: { config: true, series: cells.series(metric) },
  });
  const runs = new Map(listed.runs.map((run) => [run.id, run]));
  const series = listed.runs.flatMap((run) => run.series).find(({ key }) => key === metric);
  const { params, series: keys } = await open.facets(filter);
  const names = {
    isOfTags: isWord && first === "tags",
    labels: shortLabels(params.map(({ path }) => path)),
    series: new Set(keys.map(({ key }) => key)),
  };
  const rows = await Promise.all(
    groups.map(async (group) => {
      const members = group.runs.flatMap((id) => runs.get(id) ?? []);
      const { best, ...figures } = await groupFigures(members, { cells, columns, metric, spread });
      const row = { ...groupNames(group, names), runs: group.runs, ...figures };
      return { row, params: group.params, members, best };
    }),
  );
  const direction = series?.direction;
  const isBetterFirst = ranked(rows, direction);
  return {
    revision,
    without: without.length,
    groups: sorted(isBetterFirst, order.map(stored), metric, direction).map(({ row }) => row),
    ...differenceOf(isBetterFirst, series, names.labels),
  };
}

interface Told {
  readonly row: GroupRow;
  readonly params: Band["params"];
  readonly members: readonly Listed[];
  /** The best value of each run that has a finite one. */
  readonly best: readonly number[];
}

/** The groups with the best mean first. */
function ranked(rows: readonly Told[], direction: "max" | "min" | undefined): readonly Told[] {
  if (direction === undefined) return rows;
  const sign = direction === "max" ? -1 : 1;
  return byNumber(rows, ({ row }) => sign * (row.values.best?.mean ?? Number.NaN));
}

/** In the order that was asked for, as runs are: numbers before texts, and groups without a value last. */
function sorted(
  rows: readonly Told[],
  order: readonly string[],
  metric: string,
  direction: "max" | "min" | undefined,
): readonly Told[] {
  return order.toReversed().reduce((all, text) => {
    const { by, descending } = orderOf(text);
    const name = String(by);
    const isText = name === "name" || name.startsWith("param:");
    const sign = (descending ?? (direction === "max" && !isText)) ? -1 : 1;
    const [, which = "", key] = /^([a-z]+):(.*)$/s.exec(name) ?? [];
    const own = key === metric && ["best", "last", "kept"].includes(which) ? which : name;
    const started = ({ members }: Told) =>
      Math.max(...members.map(({ startedAt }) => startedAt.getTime()));
    const byText = all.toSorted((a, b) =>
      compareTexts(textOf(a, name), textOf(b, name), (one, two) => sign * naturalOrder(one, two)),
    );
    return byNumber(byText, (told) =>
      name === "started" ? sign * started(told) : sign * (told.row.values[own]?.mean ?? Number.NaN),
    );
  }, rows);
}

/** What a group is sorted by where that is no number. */
const textOf = ({ row }: Told, by: string) => (by === "name" ? row.name : row.shared[by]);

function compareTexts(
  a: string | undefined,
  b: string | undefined,
  compare: (a: string, b: string) => number,
): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compare(a, b);
}

function byNumber(rows: readonly Told[], number: (told: Told) => number): readonly Told[] {
  return rows.toSorted((a, b) => {
    const [one, two] = [number(a), number(b)];
    if (Number.isNaN(one) || Number.isNaN(two))
      return Number(Number.isNaN(one)) - Number(Number.isNaN(two));
    return one - two;
  });
}

/** Of the two best groups that have enough runs, named by what differs between them. */
function differenceOf(
  rows: readonly Told[],
  series: Listed["series"][number] | undefined,
  labels: ReadonlyMap<string, string>,
): Pick<GroupsAnswer, "difference"> {
  const direction = series?.direction;
  const [b, a] = rows.filter(({ best }) => best.length >= FEWEST);
  if (a === undefined || b === undefined || direction === undefined) return {};
  const nameIn = ({ row, params }: Told, other: Told) => {
    const differing = params.filter(
      ({ value }, place) => JSON.stringify(value) !== JSON.stringify(other.params[place]?.value),
    );
    return differing.length === 0 ? row.name : paramsName(differing, labels);
  };
  const words = groupDifferenceWords({
    a: { name: nameIn(a, b), values: a.best },
    b: { name: nameIn(b, a), values: b.best },
    series: { kind: series?.kind ?? "metric", direction },
    of: rows.length,
    repeats: areRepeated(a.members) && areRepeated(b.members) ? "seed" : "run",
  });
  return { difference: { words: `${words}.`, a: a.row.id, b: b.row.id } };
}
