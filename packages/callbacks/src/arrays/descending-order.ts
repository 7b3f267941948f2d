/** Up to this many numbers, inserting each is faster than a sort with a comparison function. */
const FEW = 40;

/** The places of numbers from the highest to the lowest; equal ones keep their order. The numbers hold no NaN. */
export function descendingOrder(values: Float64Array): Uint32Array {
  const order = new Uint32Array(values.length);
  if (values.length > FEW) {
    for (let i = 0; i < order.length; i++) order[i] = i;
    return order.sort((a, b) => {
      const [first, second] = [values[a] as number, values[b] as number];
      return first === second ? a - b : second > first ? 1 : -1;
    });
  }
  for (let i = 0; i < order.length; i++) {
    const value = values[i] as number;
    let at = i;
    for (; at > 0 && (values[order[at - 1] as number] as number) < value; at--) {
      order[at] = order[at - 1] as number;
    }
    order[at] = i;
  }
  return order;
}
