import type { SeriesPoints } from "@epochal/store";

/** The points of one series in columns, as the browser draws them. */
export type SeriesColumns = SeriesPoints;

interface Header {
  readonly run: string;
  readonly key: string;
  readonly total: number;
  readonly points: number;
  readonly nonFinite: number;
  readonly nonFiniteTotal: number;
}

const WORD = 8;

/**
 * Series as bytes: the length of a JSON header (4 bytes, little endian), the header, padding to a multiple of 8, and then
 * all columns as float64 of this machine's byte order, series by series: step, epoch, wallTime and value of the points, then
 * step, epoch and value of what was not finite.
 *
 * Float64 because a step may be beyond 2^32 and a value need not come from TensorFlow.js. Server and browser are the same
 * machine, so bytes are cheaper than converting.
 */
export function encodeSeries(list: readonly SeriesPoints[]): Uint8Array<ArrayBuffer> {
  const headers: Header[] = list.map((series) => ({
    run: series.run,
    key: series.key,
    total: series.total,
    points: series.step.length,
    nonFinite: series.nonFinite.step.length,
    nonFiniteTotal: series.nonFinite.total,
  }));
  const columns = list.flatMap(({ step, epoch, wallTime, value, nonFinite }) => [
    step,
    epoch,
    wallTime,
    value,
    nonFinite.step,
    nonFinite.epoch,
    nonFinite.value,
  ]);
  const json = new TextEncoder().encode(JSON.stringify(headers));
  const start = align(4 + json.length);
  const words = columns.reduce((sum, column) => sum + column.length, 0);
  const buffer = new ArrayBuffer(start + words * WORD);
  new DataView(buffer).setUint32(0, json.length, true);
  new Uint8Array(buffer).set(json, 4);
  const all = new Float64Array(buffer, start);
  let at = 0;
  for (const column of columns) {
    all.set(column, at);
    at += column.length;
  }
  return new Uint8Array(buffer);
}

/** Reads what `encodeSeries` wrote, without copying the columns. */
export function decodeSeries(buffer: ArrayBuffer): SeriesColumns[] {
  const length = new DataView(buffer).getUint32(0, true);
  const json = new TextDecoder().decode(new Uint8Array(buffer, 4, length));
  let at = align(4 + length);
  const take = (count: number) => {
    const column = new Float64Array(buffer, at, count);
    at += count * WORD;
    return column;
  };
  return (JSON.parse(json) as Header[]).map((header) => ({
    run: header.run,
    key: header.key,
    total: header.total,
    step: take(header.points),
    epoch: take(header.points),
    wallTime: take(header.points),
    value: take(header.points),
    nonFinite: {
      step: take(header.nonFinite),
      epoch: take(header.nonFinite),
      value: take(header.nonFinite),
      total: header.nonFiniteTotal,
    },
  }));
}

function align(bytes: number): number {
  return Math.ceil(bytes / WORD) * WORD;
}
