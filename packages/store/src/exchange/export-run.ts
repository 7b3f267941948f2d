import { type JournalRecord, toJsonNumber, type ValuesRecord } from "@epochal/record";
import type { AskedQueries } from "../sqlite/reads/open-queries.ts";
import { readEvent } from "../sqlite/reads/read-event.ts";
import type { ExportedHead, ExportedPoint } from "../sqlite/reads/read-exported.ts";
import type { ExportRunOptions } from "../store.ts";

export interface ExportRunArgs extends ExportRunOptions {
  readonly id: string;
  /** Asks the database, each time anew: others go on writing meanwhile. */
  readonly read: <T>(ask: (queries: AskedQueries) => T) => Promise<Awaited<T>>;
}

/** So many points of a series, and so many events, are in memory at once. */
const pagePoints = 2_000;
const pageEvents = 100;

/** All there is of a run as records, in an order in which they can be folded again. Takes the same memory however long the run is. */
export async function* exportRun({
  id,
  read,
  superseded = true,
}: ExportRunArgs): AsyncGenerator<JournalRecord, void, undefined> {
  if (typeof id !== "string")
    throw new TypeError(`exportRun: id must be a string. Received: ${typeof id}`);
  const head = await read((queries) => queries.exportedHead(id));
  const { started, descriptions, segments } = head;
  const { writer } = started;
  yield { type: "journal", version: 1, at: Date.now(), writer };
  yield started;
  const at = started.at;
  if (head.series.length > 0) yield { type: "series", run: id, at, series: descriptions };
  if (!superseded || segments.length === 1) yield* values({ head, read, segment: undefined });
  for (const { segment, startedMs, end } of segments) {
    const told = segment === 0 ? {} : { segment };
    if (segment > 0) yield { type: "resume", run: id, at: startedMs, segment, writer };
    if (superseded && segments.length > 1) yield* values({ head, read, segment });
    const isLast = segment === segments.at(-1)?.segment;
    if (isLast) yield* events(id, read);
    if (end !== undefined) yield { type: "end", run: id, ...told, ...end };
  }
}

async function* events(
  id: string,
  read: ExportRunArgs["read"],
): AsyncGenerator<JournalRecord, void, undefined> {
  for (let after = -1; ; ) {
    const page = await read((queries) => queries.exportedEvents(id, after, pageEvents));
    for (const { seq, atMs, event } of page) {
      after = seq;
      yield { type: "event", run: id, at: atMs, event: readEvent(event) };
    }
    if (page.length < pageEvents) return;
  }
}

interface ValuesArgs {
  readonly head: ExportedHead;
  readonly read: ExportRunArgs["read"];
  /** Absent for the run as it went on. */
  readonly segment: number | undefined;
}

/** Where one series is in its points. */
interface Cursor {
  readonly id: number;
  readonly key: string;
  page: readonly ExportedPoint[];
  at: number;
  isLast: boolean;
}

/** The values of all series, step by step: what was logged together in one record. */
async function* values({
  head: { started, series },
  read,
  segment,
}: ValuesArgs): AsyncGenerator<ValuesRecord, void, undefined> {
  const cursors: Cursor[] = series.map((each) => ({ ...each, page: [], at: 0, isLast: false }));
  for (;;) {
    for (const cursor of cursors.filter(isEmpty)) await fill(cursor, segment, read);
    const step = Math.min(...cursors.map(({ page, at }) => page[at]?.step ?? Infinity));
    if (step === Infinity) return;
    for (const together of loggedTogether(cursors, step)) {
      const [first] = together.values();
      if (first === undefined) continue;
      yield {
        type: "values",
        run: started.run,
        at: first.wallMs,
        ...(segment !== undefined && segment > 0 && { segment }),
        step,
        ...(first.epoch !== null && { epoch: first.epoch }),
        values: Object.fromEntries(
          [...together].map(([key, { value }]) => [key, toJsonNumber(value ?? Number.NaN)]),
        ),
      };
    }
  }
}

const isEmpty = ({ page, at, isLast }: Cursor) => at >= page.length && !isLast;

async function fill(cursor: Cursor, segment: number | undefined, read: ValuesArgs["read"]) {
  const { id, page } = cursor;
  const after = page.at(-1)?.step ?? -1;
  cursor.page = await read((queries) => queries.exportedPoints(id, segment, after, pagePoints));
  cursor.at = 0;
  cursor.isLast = cursor.page.length < pagePoints;
}

/** Takes the points of a step, by their time and epoch. */
function loggedTogether(cursors: readonly Cursor[], step: number) {
  const groups = new Map<string, Map<string, ExportedPoint>>();
  for (const cursor of cursors) {
    const point = cursor.page[cursor.at];
    if (point?.step !== step) continue;
    cursor.at++;
    const when = `${point.wallMs} ${point.epoch}`;
    groups.set(when, (groups.get(when) ?? new Map()).set(cursor.key, point));
  }
  return groups.values();
}
