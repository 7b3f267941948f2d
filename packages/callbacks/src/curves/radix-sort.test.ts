import fc from "fast-check";
import { expect, test } from "vitest";
import { radixSort } from "./radix-sort.ts";

test("radixSort sorts as a comparison does, and carries weights along", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 })),
      fc.boolean(),
      (list, isWeighted) => {
        const keys = Uint32Array.from(list);
        const weights = isWeighted ? Float64Array.from(list, (key, i) => key + i / 1e6) : undefined;
        const expected = list.map((key, i) => [key, key + i / 1e6] as const);
        expected.sort(([a], [b]) => a - b);
        radixSort(keys, weights);
        expect([...keys]).toEqual(expected.map(([key]) => key));
        if (weights) expect([...weights]).toEqual(expected.map(([, weight]) => weight));
      },
    ),
  );
});
