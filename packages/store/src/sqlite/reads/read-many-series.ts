import type { Database, Statement } from "better-sqlite3";
import type { ManySeries, ManySeriesQuery, SeriesPart, WantedSeries } from "../../series-points.ts";
import { drawnSteps } from "./bucket-range.ts";
import { KeptParts } from "./kept-parts.ts";
import type { ReadSeries, StoredSeries } from "./read-series.ts";
import type { Reading } from "./reading.ts";

interface FoundSeries extends StoredSeries {
  /** Its place among those that are wanted. */
  readonly place: number;
  /** How many values are NaN or infinite. */
  readonly bad: number;
  readonly rev: number;
  readonly rewriteRev: number;
}

interface Asked {
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly since: number;
}

const everything = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/**
 * Points of many series of many runs. Of a series that has only grown, the buckets that the reader has stay as they are, but for
 * the last one: what is returned begins with that.
 */
export class ReadManySeries {
  readonly #readSeries: ReadSeries;
  readonly #clock: Statement<[], number>;
  readonly #find: Statement<[string, number], FoundSeries>;
  readonly #kept = new KeptParts();

  constructor(db: Database, readSeries: ReadSeries) {
    this.#readSeries = readSeries;
    this.#clock = db.prepare<[], number>("SELECT rev FROM clock").pluck();
    this.#find = db.prepare<[string, number], FoundSeries>(
      `SELECT wanted.key AS place, series.id AS id, n, bad, rolled, first_step AS first, last_step AS last, rev, rewrite_rev AS rewriteRev
        FROM json_each(?) AS wanted CROSS JOIN series ON run_id = json_extract(wanted.value, '$[0]') AND series."key" = json_extract(wanted.value, '$[1]')
        WHERE n > 0 AND rev > ? ORDER BY wanted.key`,
    );
  }

  /** @throws TypeError or RangeError where the query makes no sense */
  run(query: ManySeriesQuery): ManySeries {
    const { series: wanted } = query;
    const revision = this.#clock.get() ?? 0;
    const given = readQuery(query);
    // A revision of the future is of another database that stood here before: everything is new.
    const since = given.since > revision ? -1 : given.since;
    const asked = { ...given, since };
    const pairs = JSON.stringify(wanted.map(({ run, key }) => [run, key]));
    const readings = this.#find.all(pairs, since).map((found) => {
      const one = wanted[found.place] as WantedSeries;
      return this.#part(found, one, { ...asked, ...rangeOf(one, asked) });
    });
    return { revision, series: this.#readSeries.together(readings, asked.width) };
  }

  *#part(found: FoundSeries, wanted: WantedSeries, asked: Asked): Reading<SeriesPart> {
    const grown = grownFrom(found, wanted, asked);
    if (grown !== undefined) return yield* this.#grown(found, wanted, asked, grown);
    const { id, rev, last } = found;
    const { from, to, width } = asked;
    const name = `${id} ${from} ${to} ${width}`;
    const known = this.#kept.find(name, rev);
    if (known !== undefined) return known;
    const { run, key } = wanted;
    const points = yield* this.#readSeries.range(found, { run, key, from, to, width });
    return this.#kept.keep(name, rev, { ...points, after: Number.NEGATIVE_INFINITY, last });
  }

  /** What has come to a series that the reader has whole. */
  *#grown(
    found: FoundSeries,
    { run, key }: WantedSeries,
    { to, width }: Asked,
    { after, steps }: Grown,
  ): Reading<SeriesPart> {
    const { first, last, n: total, bad } = found;
    const points =
      steps === undefined
        ? yield* this.#readSeries.range(found, { run, key, from: after, to, width })
        : yield* this.#readSeries.buckets(found, {
            ...{ run, key, steps },
            ...{ from: Math.max(first, after), to: last },
          });
    const nonFinite = { ...points.nonFinite, total: bad };
    return { ...points, nonFinite, total, after, last };
  }
}

/** How a series has grown: what the reader has stays as it is before `after`. */
interface Grown {
  readonly after: number;
  /** How many steps its buckets have; absent where every point is drawn. */
  readonly steps?: number;
}

/** Undefined where a series must be drawn anew. */
function grownFrom(
  { first, last, n, rewriteRev }: FoundSeries,
  { have }: WantedSeries,
  { from, to, width, since }: Asked,
): Grown | undefined {
  const isWhole = from === Number.NEGATIVE_INFINITY && to === Number.POSITIVE_INFINITY;
  if (!isWhole || have === undefined || since < 0 || rewriteRev > since) return undefined;
  const wasDrawn = have.total > 2 * width;
  if (wasDrawn !== n > 2 * width) return undefined;
  if (!wasDrawn) return { after: have.last + 1 };
  const steps = drawnSteps(last - first + 1, width);
  if (steps !== drawnSteps(have.last - first + 1, width)) return undefined;
  return { after: Math.floor(have.last / steps) * steps, steps };
}

function readQuery({ series, from, to, width = 500, since = -1 }: ManySeriesQuery): Asked {
  if (!Array.isArray(series)) {
    throw new TypeError(`readManySeries: series must be a list. Received: ${typeof series}`);
  }
  for (const one of series as readonly (Partial<WantedSeries> | null)[]) {
    if (typeof one?.run !== "string" || typeof one.key !== "string") {
      throw new TypeError("readManySeries: run and key of each series must be strings.");
    }
    rangeOf(one);
  }
  if (!Number.isSafeInteger(width) || width < 1) {
    throw new RangeError(
      `readManySeries: width must be a whole number above 0. Received: ${width}`,
    );
  }
  return { ...rangeOf({ from, to }), width, since: bound("since", since, -1) };
}

/** The steps that are wanted, both ends included. */
function rangeOf(
  { from, to }: { readonly from?: number | undefined; readonly to?: number | undefined },
  otherwise: Pick<Asked, "from" | "to"> = everything,
): Pick<Asked, "from" | "to"> {
  return {
    from: Math.ceil(bound("from", from, otherwise.from)),
    to: Math.floor(bound("to", to, otherwise.to)),
  };
}

function bound(name: string, value: number | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (typeof value !== "number" || Number.isNaN(value)) {
    throw new RangeError(`readManySeries: ${name} must be a number. Received: ${String(value)}`);
  }
  return value;
}
