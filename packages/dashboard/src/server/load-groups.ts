import "server-only";
import {
  bestGroupWords,
  fewestInGroup,
  type GroupsFacts,
  groupDifferenceWords,
  groupSilenceWords,
  naturalOrder,
} from "@epochal/conclusions";
import type { GroupSummaries, GroupSummary, RunFilter, Store } from "@epochal/store";
import type { InferOutput } from "valibot";
import { shortLabels } from "../params/short-labels.ts";
import type { GroupsAnswer } from "../wire/groups-answer.ts";
import type { groupsQuestion } from "../wire/questions.ts";
import { areRepeated } from "./are-repeated.ts";
import { filterOf, storedNames } from "./filter-of.ts";
import { askedFigures, groupFigures, sampleOf, sharedText } from "./group-figures.ts";
import { groupNames, type NamedGroup, namesApart } from "./group-names.ts";
import { groupTexts } from "./group-texts.ts";
import { groupedBy } from "./grouped-by.ts";
import { orderOf } from "./order-of.ts";
import { untilThen } from "./started-until.ts";
import { store } from "./store.ts";

type Question = InferOutput<typeof groupsQuestion>;

/** The groups of the runs that match: what they share, and how each does. @throws QueryError, TypeError or RangeError */
export async function loadGroups(question: Question): Promise<GroupsAnswer> {
  const open = await store();
  const { revision } = await open.listChanges();
  const all = await filterOf(open, question);
  const { by, spread = "sd", order = [], direction: given } = question;
  const asked = [question.metric, ...by, ...(question.columns ?? []), ...order];
  const stored = await storedNames(open, all.project, asked);
  const columns = (question.columns ?? []).map(stored);
  const [metric, orders] = [stored(question.metric), order.map(stored)];
  const news = await newsOf(open, all, question.until);
  const filter = untilThen(all, question.until);
  const grouped = groupedBy(by, stored);
  const ordered = orders.map((text) => String(orderOf(text).by));
  const found = await open.summarizeGroups({
    ...{ ...filter, ...grouped, key: metric },
    ...(given && { direction: given }),
    figures: askedFigures(metric, [...columns, ...ordered]),
  });
  const { params, series } = await open.facets(filter);
  const named = groupNames(found.groups, {
    isOfTags: grouped.tags === true,
    labels: shortLabels(params.map(({ path }) => path)),
    series: new Set(series.map(({ key }) => key)),
  });
  const texts = await groupTexts({ open, filter, groups: found.groups, columns });
  const told = found.groups.map(
    (group, at): Told => ({
      ...{ group, metric, texts: texts[at] ?? {} },
      named: named[at] ?? { id: "", name: "", where: "", parts: [] },
    }),
  );
  const isBetterFirst = ranked(told, found.direction);
  return {
    ...{ revision, ...news, without: found.without },
    groups: sorted(isBetterFirst, orders, found).map(({ group, named: names, texts: own }) => {
      const { values, shared } = groupFigures(group, { metric, columns, spread });
      const { id, name, where } = names;
      const row = { id, name, where, count: group.runs.length, values };
      return { ...row, shared: { ...shared, ...own } };
    }),
    ...headlineOf(isBetterFirst, found),
    ...(await differenceOf(open, isBetterFirst, {
      ...found,
      isOfConfigs: grouped.by === "config",
    })),
  };
}

/** Until when the runs were started that are shown, and how many are newer. */
async function newsOf(
  open: Store,
  filter: RunFilter,
  until: number | undefined,
): Promise<Pick<GroupsAnswer, "until" | "newer">> {
  // It is told what is wrong with the query as it was asked, and not with what is added to it.
  const { runs, total } = await open.listRuns({ ...filter, order: "started", limit: 1, with: {} });
  if (until === undefined) return { until: runs[0]?.startedAt.getTime() ?? Date.now(), newer: 0 };
  const shown = await open.listRuns({ ...untilThen(filter, until), limit: 0 });
  return { until, newer: total - shown.total };
}

interface Told {
  readonly group: GroupSummary;
  readonly named: NamedGroup;
  readonly metric: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** The groups with the best mean first. */
function ranked(groups: readonly Told[], direction: "max" | "min" | undefined): readonly Told[] {
  if (direction === undefined) return groups;
  const sign = direction === "max" ? -1 : 1;
  return byNumber(groups, (told) => sign * meanOf(told, "best"));
}

const meanOf = ({ group, metric }: Told, name: string): number =>
  sampleOf(group, metric, name)?.mean ?? Number.NaN;

/** In the order that was asked for, as runs are: numbers before texts, and groups without a value last. */
function sorted(
  groups: readonly Told[],
  orders: readonly string[],
  { key: metric, direction }: GroupSummaries,
): readonly Told[] {
  return orders.toReversed().reduce((all, text) => {
    const { by, descending } = orderOf(text);
    const name = String(by);
    const isText = name === "name" || name.startsWith("param:");
    const sign = (descending ?? (direction === "max" && !isText)) ? -1 : 1;
    const [, kind = "", key] = /^([a-z]+):(.*)$/s.exec(name) ?? [];
    const own = key === metric && kind === "best" ? kind : name;
    const byText = all.toSorted((a, b) =>
      compareTexts(textOf(a, name), textOf(b, name), (one, two) => sign * naturalOrder(one, two)),
    );
    return byNumber(byText, (told) =>
      // The newest run of each.
      name === "started"
        ? sign * (told.group.figures.started?.sample?.max ?? Number.NaN)
        : sign * meanOf(told, own),
    );
  }, groups);
}

/** What a group is sorted by where that is no number. */
function textOf({ group, named, texts }: Told, by: string): string | undefined {
  return by === "name" ? named.name : (sharedText(group, by) ?? texts[by]);
}

function compareTexts(
  a: string | undefined,
  b: string | undefined,
  compare: (a: string, b: string) => number,
): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compare(a, b);
}

function byNumber(groups: readonly Told[], number: (told: Told) => number): readonly Told[] {
  return groups.toSorted((a, b) => {
    const [one, two] = [number(a), number(b)];
    if (Number.isNaN(one) || Number.isNaN(two))
      return Number(Number.isNaN(one)) - Number(Number.isNaN(two));
    return one - two;
  });
}

/** The best group, which has the best mean. */
function headlineOf(
  ranked: readonly Told[],
  { key, direction }: GroupSummaries,
): Pick<GroupsAnswer, "headline"> {
  const [best] = ranked;
  const sample = best && sampleOf(best.group, best.metric, "best");
  if (best === undefined || sample === undefined || direction === undefined) return {};
  const { mean, n } = sample;
  return {
    headline: bestGroupWords({ name: best.named.name, mean, n, key, of: ranked.length }),
  };
}

interface Judged extends GroupSummaries {
  /** Whether runs of a group differ in their seeds alone. */
  readonly isOfConfigs: boolean;
}

/** Of the two best groups that have enough runs, named by what differs between them; or why nothing is said of them. */
async function differenceOf(
  open: Store,
  groups: readonly Told[],
  { key: metric, direction, kind = "metric", isOfConfigs }: Judged,
): Promise<Pick<GroupsAnswer, "difference" | "silence">> {
  const sample = ({ group }: Told) => sampleOf(group, metric, "best");
  const large = groups.filter((told) => (sample(told)?.n ?? 0) >= fewestInGroup);
  const [b, a] = large;
  const inB = new Set(b?.group.runs);
  const facts: GroupsFacts = {
    ...{ metric, direction, groups: groups.length, large: large.length },
    shared: a?.group.runs.filter((id) => inB.has(id)).length ?? 0,
  };
  const silence = groupSilenceWords(facts);
  if (silence !== undefined) return { silence };
  if (a === undefined || b === undefined || direction === undefined) return {};
  const isRepeated = isOfConfigs || ((await isOfSeeds(open, a)) && (await isOfSeeds(open, b)));
  const [nameB, nameA] = namesApart(b.named, a.named);
  const words = groupDifferenceWords({
    a: { name: nameA, sample: sample(a) },
    b: { name: nameB, sample: sample(b) },
    ...{ series: { kind, direction }, of: groups.length, isBest: true },
    repeats: isRepeated ? "seed" : "run",
  });
  return { difference: { words: `${words}.`, a: a.named.id, b: b.named.id } };
}

/** Runs of the trash are found there alone. */
async function isOfSeeds(open: Store, { group }: Told): Promise<boolean> {
  const { runs: ids } = group;
  const facets = await open.facets({ ids });
  return areRepeated(facets.total > 0 ? facets : await open.facets({ ids, deleted: true }));
}
