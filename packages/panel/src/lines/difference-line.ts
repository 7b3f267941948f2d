/** A line as places and values, ascending by place. */
export interface PlainLine {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/**
 * What `b` holds more than `a`, at every place of either that both reach. Between its points a line goes straight; where it is broken
 * it has no value, and the difference is NaN. Beyond its first and its last point it has none either, and there is no place. Where a line has
 * several values at a place, the last one counts.
 */
export function differenceLine(a: PlainLine, b: PlainLine): PlainLine {
  const first = Math.max(a.x[0] ?? Infinity, b.x[0] ?? Infinity);
  const last = Math.min(a.x.at(-1) ?? -Infinity, b.x.at(-1) ?? -Infinity);
  const x = [...new Set([...a.x, ...b.x])]
    .filter((place) => place >= first && place <= last)
    .sort((one, other) => one - other);
  const [ofA, ofB] = [walk(a), walk(b)];
  return { x, y: x.map((place) => finiteOrNaN(ofB(place) - ofA(place))) };
}

/** Reads a line at ascending places, from its beginning to its end. */
function walk({ x, y }: PlainLine): (place: number) => number {
  let at = 0;
  return (place) => {
    while ((x[at + 1] ?? Infinity) <= place) at++;
    const [from, value] = [x[at] ?? Number.NaN, y[at] ?? Number.NaN];
    if (from === place) return value;
    const [to, next] = [x[at + 1] ?? Number.NaN, y[at + 1] ?? Number.NaN];
    const part = (place - from) / (to - from);
    return value * (1 - part) + next * part;
  };
}

const finiteOrNaN = (value: number) => (Number.isFinite(value) ? value : Number.NaN);
