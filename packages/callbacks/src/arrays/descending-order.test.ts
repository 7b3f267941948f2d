import { expect, test } from "vitest";
import { randomNumbers } from "../seed/random-numbers.ts";
import { descendingOrder } from "./descending-order.ts";

test("puts the highest first, and of equal ones the first", () => {
  const random = randomNumbers(3);
  for (let length = 0; length < 90; length++) {
    const values = Float64Array.from({ length }, () => {
      const r = random();
      if (r < 0.05) return Number.POSITIVE_INFINITY;
      return r > 0.95 ? Number.NEGATIVE_INFINITY : Math.floor(r * 20) / 4;
    });
    const expected = Array.from(values.keys()).sort((a, b) => {
      if (values[a] === values[b]) return a - b;
      return (values[a] ?? 0) > (values[b] ?? 0) ? -1 : 1;
    });
    expect([...descendingOrder(values)], `${length} values`).toEqual(expected);
  }
});
