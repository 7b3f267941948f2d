import fc from "fast-check";
import { expect, test } from "vitest";
import { formatStretch } from "./format-stretch.ts";

test("a stretch is told with two digits, with more where it is narrow, and as one number where it is one", () => {
  expect(formatStretch(0.00123, 0.00187)).toBe("0.0012–0.0019");
  expect(formatStretch(101, 104)).toBe("101–104");
  expect(formatStretch(-3, 0)).toBe("-3–0");
  expect(formatStretch(64, 64)).toBe("64");
});

test("ends that differ in what somebody can set are told apart", () => {
  const numbers = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 });
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const [from, to] = a < b ? [a, b] : [b, a];
      const ends = formatStretch(from, to).split("–");
      const isSame = Number(from.toPrecision(12)) === Number(to.toPrecision(12));
      expect(ends.length).toBe(isSame ? 1 : 2);
    }),
  );
});
