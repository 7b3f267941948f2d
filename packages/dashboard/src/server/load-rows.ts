import "server-only";
import type { ListedRun, Store, StoreTypes } from "@epochal/store";
import type { InferOutput } from "valibot";
import type { RunRow, RunsAnswer } from "../wire/answers.ts";
import type { runsQuestion } from "../wire/questions.ts";
import { CellReader } from "./cell-reader.ts";
import { filterOf, storedNames } from "./filter-of.ts";
import { judgedOf } from "./judged-of.ts";
import { labelsOf } from "./labels-of.ts";
import { orderOf } from "./order-of.ts";
import { readSparks, type Sparks } from "./read-sparks.ts";
import { untilThen } from "./started-until.ts";
import { store } from "./store.ts";
import { directedOrder, withDirection } from "./with-direction.ts";

type Question = InferOutput<typeof runsQuestion>;
type Listed = ListedRun<StoreTypes, { config: true; series: true; conclusions: true }>;

/** A page of the runs that match, with the cells that are asked for. @throws QueryError */
export async function loadRows(question: Question): Promise<RunsAnswer> {
  const { offset = 0, limit = 100, spark, until } = question;
  const open = await store();
  // The revision is read first. What changes while the runs are read is then told again, and not missed.
  const { revision } = await open.listChanges();
  const filter = await filterOf(open, question);
  const { order, columns, metric } = await namesOf(open, filter.project, question);
  const { direction } = question;
  const given =
    metric === undefined || direction === undefined ? undefined : { key: metric, direction };
  const cells = new CellReader(open, columns);
  const listing = {
    ...(order !== undefined && { order: order.map((by) => orderOf(directedOrder(by, given))) }),
    with: { config: true, series: cells.series(metric), conclusions: true },
    offset,
    limit,
  } as const;
  // It is told what is wrong with the query as it was asked, and not with what is added to it.
  const all = until === undefined ? undefined : await open.listRuns({ ...filter, limit: 0 });
  const { runs: listed, total } = await open.listRuns({ ...untilThen(filter, until), ...listing });
  const runs = await withDirection(open, listed, given);
  const [newest] =
    until === undefined
      ? (await open.listRuns({ ...filter, order: "started", limit: 1, with: {} })).runs
      : [];
  const sparks = await readSparks(open, { runs, metric, spark });
  const labels = await labelsOf(open, filter.project, runs);
  const rows = await Promise.all(
    runs.map(async (run) => rowOf(run, { cells, metric, sparks, labels })),
  );
  return {
    revision,
    until: until ?? newest?.startedAt.getTime() ?? Date.now(),
    total,
    newer: (all?.total ?? total) - total,
    rows,
  };
}

/** What the question names, as it is stored. */
async function namesOf(open: Store, project: string | undefined, question: Question) {
  const { order, columns = [], metric } = question;
  const asked = [...columns, ...(order ?? []), ...(metric === undefined ? [] : [metric])];
  const stored = await storedNames(open, project, asked);
  return {
    order: order?.map(stored),
    columns: columns.map(stored),
    metric: metric === undefined ? undefined : stored(metric),
  };
}

interface RowParts {
  readonly cells: CellReader;
  readonly metric: string | undefined;
  readonly sparks: Sparks;
  readonly labels: ReadonlyMap<string, string>;
}

async function rowOf(run: Listed, parts: RowParts): Promise<RunRow> {
  const { cells, metric, sparks, labels } = parts;
  const { status, startedAt, endedAt, archivedAt, deletedAt, series, conclusions } = run;
  const { reached, stopped, verdict, divergence, monitor } = conclusions;
  const judged = judgedOf(
    series.find(({ key }) => key === metric),
    sparks.get(run.id),
  );
  return {
    id: run.id,
    project: run.project,
    name: run.name,
    label: labels.get(run.id) ?? run.name,
    tags: run.tags,
    notes: run.notes,
    ...(run.group !== undefined && { group: run.group }),
    ...(archivedAt && { archivedAt: archivedAt.getTime() }),
    ...(deletedAt && { deletedAt: deletedAt.getTime() }),
    status: { ...status, lastSeenAt: status.lastSeenAt.getTime() },
    startedAt: startedAt.getTime(),
    ...(endedAt && { endedAt: endedAt.getTime() }),
    durationMs: run.durationMs,
    host: run.host,
    resumed: run.resumed,
    conclusions: {
      ...(reached && { reached }),
      ...(stopped && { stopped }),
      ...(verdict && { verdict }),
      ...(divergence && { divergence }),
      ...(monitor !== undefined && { monitor }),
    },
    ...(judged && { judged }),
    cells: await cells.of(run),
  };
}
