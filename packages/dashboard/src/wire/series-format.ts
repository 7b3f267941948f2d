import type { ManySeries, SeriesPart } from "@epochal/store";
import { packColumns, unpackColumns } from "./pack-columns.ts";

/**
 * What a page draws of one series, in columns, or what has changed of it: every point; or of a thinned series its buckets, whose value is
 * their mean.
 */
export interface SeriesColumns extends Omit<SeriesPart, "buckets"> {
  /** The lowest value of each bucket. Absent where every point is sent, like the next two. */
  readonly low?: Float64Array;
  readonly high?: Float64Array;
  /** How many finite values each bucket has. */
  readonly n?: Float64Array;
}

/** The columns of many series. */
export interface ManyColumns extends Pick<ManySeries, "revision"> {
  readonly series: readonly SeriesColumns[];
}

interface SeriesHeader extends Pick<SeriesPart, "run" | "key" | "total" | "last"> {
  /** Absent where everything is sent. */
  readonly after?: number;
  readonly nonFiniteTotal: number;
  readonly isThinned?: true;
}

interface Header {
  readonly revision: number;
  readonly series: readonly SeriesHeader[];
}

/** Columns of a series: step, epoch, wallTime and value, low, high and n of what is drawn, then step, epoch and value of what was not finite. */
const COLUMNS = 10;
const NONE = new Float64Array();

/** What a page draws of many series, as bytes. */
export function encodeSeries({ revision, series }: ManySeries): Uint8Array<ArrayBuffer> {
  const header: Header = {
    revision,
    series: series.map(({ run, key, total, last, after, nonFinite, buckets }) => ({
      run,
      key,
      total,
      last,
      ...(Number.isFinite(after) && { after }),
      nonFiniteTotal: nonFinite.total,
      ...(buckets && { isThinned: true }),
    })),
  };
  const columns = series.flatMap(({ buckets, nonFinite, ...points }) => {
    const { step, epoch, wallTime } = buckets ?? points;
    const { mean = points.value, low = NONE, high = NONE, n = NONE } = buckets ?? {};
    const { step: badStep, epoch: badEpoch, value: badValue } = nonFinite;
    return [step, epoch, wallTime, mean, low, high, n, badStep, badEpoch, badValue];
  });
  return packColumns(header, columns);
}

/** Reads what `encodeSeries` wrote, without copying the columns. */
export function decodeSeries(buffer: ArrayBuffer): ManyColumns {
  const { header, columns } = unpackColumns<Header>(buffer);
  const series = header.series.map(
    ({ run, key, total, last, after, nonFiniteTotal, isThinned }, index): SeriesColumns => {
      const column = (place: number) => columns[index * COLUMNS + place] ?? NONE;
      return {
        ...{ run, key, total, last },
        after: after ?? Number.NEGATIVE_INFINITY,
        ...{ step: column(0), epoch: column(1), wallTime: column(2), value: column(3) },
        ...(isThinned && { low: column(4), high: column(5), n: column(6) }),
        nonFinite: {
          ...{ step: column(7), epoch: column(8), value: column(9) },
          total: nonFiniteTotal,
        },
      };
    },
  );
  return { revision: header.revision, series };
}
