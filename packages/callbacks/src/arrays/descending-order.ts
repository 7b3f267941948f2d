/** Up to so many numbers it is faster to move each to its place than to call a comparison. */
const FEW = 40;

/** The places of numbers, that of the highest first; of equal ones the first comes first. There is no NaN among them. */
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
