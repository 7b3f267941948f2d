import type { ManySeries, SeriesPart, SeriesPoints } from "@epochal/store";
import { packColumns, unpackColumns } from "./pack-columns.ts";

/** The points of one series in columns, as the browser draws them. */
export type SeriesColumns = SeriesPoints;

interface SeriesHeader extends Pick<SeriesPart, "run" | "key" | "total" | "last"> {
  /** Absent where everything is sent. */
  readonly after?: number;
  readonly nonFiniteTotal: number;
}

interface Header {
  readonly revision: number;
  readonly series: readonly SeriesHeader[];
}

/** Columns of a series: step, epoch, wallTime and value of the points, then step, epoch and value of what was not finite. */
const COLUMNS = 7;

/** Points of many series as bytes. */
export function encodeSeries({ revision, series }: ManySeries): Uint8Array<ArrayBuffer> {
  const header: Header = {
    revision,
    series: series.map(({ run, key, total, last, after, nonFinite }) => ({
      run,
      key,
      total,
      last,
      ...(Number.isFinite(after) && { after }),
      nonFiniteTotal: nonFinite.total,
    })),
  };
  const columns = series.flatMap(({ step, epoch, wallTime, value, nonFinite }) => [
    ...[step, epoch, wallTime, value],
    ...[nonFinite.step, nonFinite.epoch, nonFinite.value],
  ]);
  return packColumns(header, columns);
}

/** Reads what `encodeSeries` wrote, without copying the columns. */
export function decodeSeries(buffer: ArrayBuffer): ManySeries {
  const { header, columns } = unpackColumns<Header>(buffer);
  const series = header.series.map(
    ({ run, key, total, last, after, nonFiniteTotal }, index): SeriesPart => {
      const column = (place: number) => columns[index * COLUMNS + place] ?? new Float64Array();
      return {
        ...{ run, key, total, last },
        after: after ?? Number.NEGATIVE_INFINITY,
        ...{ step: column(0), epoch: column(1), wallTime: column(2), value: column(3) },
        nonFinite: {
          ...{ step: column(4), epoch: column(5), value: column(6) },
          total: nonFiniteTotal,
        },
      };
    },
  );
  return { revision: header.revision, series };
}
