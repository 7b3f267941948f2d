const WORD = 8;

interface Envelope {
  readonly header: unknown;
  /** Of each column its length; -1 for the first column where it is that once more, -2 for the second, and so on. */
  readonly lengths: readonly number[];
}

/**
 * A header and columns as bytes: the length of the JSON (4 bytes, little endian), the JSON, padding to a multiple of 8, and then all
 * columns as float64 of this machine's byte order. A column that stands there several times is sent once.
 *
 * Float64 because a step may be beyond 2^32 and a value need not come from TensorFlow.js. Server and browser are the same machine, so
 * bytes are cheaper than converting.
 */
export function packColumns(
  header: unknown,
  columns: readonly Float64Array[],
): Uint8Array<ArrayBuffer> {
  const places = new Map<Float64Array, number>();
  const lengths = columns.map((column, place) => {
    if (column.length === 0) return 0;
    const before = places.get(column);
    if (before !== undefined) return -1 - before;
    places.set(column, place);
    return column.length;
  });
  const envelope: Envelope = { header, lengths };
  const json = new TextEncoder().encode(JSON.stringify(envelope));
  const start = align(4 + json.length);
  const words = lengths.reduce((sum, length) => sum + Math.max(0, length), 0);
  const buffer = new ArrayBuffer(start + words * WORD);
  new DataView(buffer).setUint32(0, json.length, true);
  new Uint8Array(buffer).set(json, 4);
  const all = new Float64Array(buffer, start);
  let at = 0;
  for (const column of places.keys()) {
    all.set(column, at);
    at += column.length;
  }
  return new Uint8Array(buffer);
}

/** Reads what `packColumns` wrote, without copying the columns. */
export function unpackColumns<Header>(buffer: ArrayBuffer): {
  readonly header: Header;
  readonly columns: readonly Float64Array[];
} {
  const length = new DataView(buffer).getUint32(0, true);
  const text = new TextDecoder().decode(new Uint8Array(buffer, 4, length));
  const { header, lengths } = JSON.parse(text) as Envelope;
  let at = align(4 + length);
  const columns: Float64Array[] = [];
  for (const count of lengths) {
    const before = columns[-1 - count];
    columns.push(before ?? new Float64Array(buffer, at, count));
    if (before === undefined) at += count * WORD;
  }
  return { header: header as Header, columns };
}

function align(bytes: number): number {
  return Math.ceil(bytes / WORD) * WORD;
}
