import "server-only";
import { cardOf } from "@epochal/conclusions";
import { type Store, StoreError } from "@epochal/store";
import { forPage } from "../wire/page-text.ts";
import type { RunContext } from "../wire/run-context.ts";
import { faultOf } from "./answer-question.ts";
import { type KnownRun, knownRuns } from "./known-runs.ts";
import { loadDiff, namesOnPage } from "./load-diff.ts";
import { offered } from "./offered.ts";
import { orderOf } from "./order-of.ts";
import { startedUntil } from "./started-until.ts";
import { store } from "./store.ts";

export interface RunContextArgs {
  readonly id: string;
  readonly project: string;
  /** The id of the run to compare with. @default the run before it */
  readonly against?: string | undefined;
  /** The query of the page of the list that one came from. */
  readonly from?: string | undefined;
}

/** How many of the runs before it are looked at for one of the same script. */
const MOST_BEFORE = 12;
const MOST_OFFERED = 40;
/** A list of more runs is not looked through. */
const MOST_LISTED = 20_000;

/** What a run stands between. */
export async function loadRunContext(args: RunContextArgs): Promise<RunContext> {
  const { id, project, against } = args;
  const open = await store();
  const before = await runsBefore(open, id, project);
  const own = await scriptOf(open, id);
  const chosen = against === undefined || against === id ? undefined : against;
  const other = chosen ?? (await previous(open, before, own));
  const changed = other === undefined ? undefined : await compared(open, other, id);
  const newest = await open.listRuns({ project, with: {}, limit: MOST_OFFERED + 1 });
  const offers = [...before, ...newest.runs]
    .filter((run, at, all) => run.id !== id && all.findIndex((each) => each.id === run.id) === at)
    .sort((one, two) => two.startedAt.getTime() - one.startedAt.getTime());
  return forPage({
    ...(changed && { changed }),
    offers: offers.map(offered),
    neighbours: await neighbours(open, args),
  });
}

/** The runs of the project that were started before it, the newest first. */
async function runsBefore(open: Store, id: string, project: string): Promise<KnownRun[]> {
  const run = (await knownRuns(open, [id])).get(id);
  if (run === undefined) return [];
  const where = startedUntil(run.startedAt.getTime());
  const { runs } = await open.listRuns({ project, where, with: {}, limit: MOST_OFFERED });
  const isBefore = (each: KnownRun) =>
    each.startedAt < run.startedAt || (+each.startedAt === +run.startedAt && each.id < id);
  return runs.filter(isBefore);
}

async function previous(
  open: Store,
  before: readonly KnownRun[],
  script: string | undefined,
): Promise<string | undefined> {
  if (script !== undefined) {
    for (const { id } of before.slice(0, MOST_BEFORE)) {
      if ((await scriptOf(open, id)) === script) return id;
    }
  }
  return before[0]?.id;
}

const others = [
  ...["histogram", "graph", "early_stopping", "learning_rate", "checkpoint", "partial_epoch"],
] as const;

async function scriptOf(open: Store, id: string): Promise<string | undefined> {
  const { events } = await open.getRun(id, { withoutEvents: [...others] as "histogram"[] });
  return cardOf(events.map(({ event }) => event)).code?.script;
}

async function compared(open: Store, other: string, id: string): Promise<RunContext["changed"]> {
  try {
    const diff = await loadDiff(other, id, namesOnPage);
    const [one, two] = [await scriptOf(open, other), await scriptOf(open, id)];
    return { diff, ...(one !== undefined && one === two && { script: one }) };
  } catch (error) {
    // Whoever chose it has an old address.
    if (error instanceof StoreError && error.code === "run_not_found") return undefined;
    throw error;
  }
}

/** By the list that one came from; by their start where one came from none, or the query is none any more. */
async function neighbours(
  open: Store,
  { id, project, from }: RunContextArgs,
): Promise<RunContext["neighbours"]> {
  const asked = new URLSearchParams(from ?? "");
  const where = asked.get("where") ?? "";
  const sort = (asked.get("sort") ?? "").split(",").filter((order) => order !== "");
  try {
    const { runs, total } = await open.listRuns({
      project,
      ...(where.trim() !== "" && { where }),
      ...(sort.length > 0 && { order: sort.map(orderOf) }),
      with: {},
      limit: MOST_LISTED,
    });
    const at = runs.findIndex((run) => run.id === id);
    const [before, after] = at < 0 ? [] : [runs[at - 1], runs[at + 1]];
    return {
      ...(before && { before: offered(before) }),
      ...(after && { after: offered(after) }),
      ...(at >= 0 && { place: at + 1 }),
      total,
    };
  } catch (error) {
    if (faultOf(error) === undefined || from === undefined) throw error;
    return neighbours(open, { id, project });
  }
}
