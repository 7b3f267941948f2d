import fc from "fast-check";
import { expect, test } from "vitest";
import { crossings } from "./crossings.ts";

const places = (values: readonly number[]) => values.map((_, i) => i + 1);

test("lines cross where the sign of what lies between them changes", () => {
  const values = fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 20 });
  fc.assert(
    fc.property(values, (differences) => {
      const x = places(differences);
      const found = crossings({ x, y: differences.map(() => 0) }, { x, y: differences });
      const signs = x.map((at, i) => ({ at, sign: Math.sign(differences[i] ?? 0) }));
      const apart = signs.filter(({ sign }) => sign !== 0);
      const expected = apart.flatMap(({ at, sign }, i) => {
        const before = apart[i - 1];
        return before && before.sign !== sign ? [{ x: at, above: sign > 0 ? "b" : "a" }] : [];
      });
      expect(found).toEqual(expected);
    }),
  );
});

test("equal lines do not cross", () => {
  expect(crossings({ x: [1, 2], y: [3, 3] }, { x: [1, 2], y: [3, 3] })).toEqual([]);
});
