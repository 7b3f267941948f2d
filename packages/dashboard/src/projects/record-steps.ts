/** Columns of places and values. */
export interface Steps {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** The best value so far as steps: it holds from its record to the next one, and to the end. */
export function recordSteps(
  records: readonly { readonly at: number; readonly value: number }[],
  end: number,
): Steps {
  const x: number[] = [];
  const y: number[] = [];
  for (const { at, value } of records) {
    const held = y.at(-1);
    if (held !== undefined) {
      x.push(at);
      y.push(held);
    }
    x.push(at);
    y.push(value);
  }
  const last = records.at(-1);
  if (last !== undefined && end > last.at) {
    x.push(end);
    y.push(last.value);
  }
  return { x, y };
}
