import fc from "fast-check";
import { expect, test } from "vitest";
import { naturalKey } from "./natural-key.ts";
import { naturalOrder } from "./natural-order.ts";

test.each([
  [
    ["trial 10", "trial 2", "Trial 1", "trial 09"],
    ["Trial 1", "trial 2", "trial 09", "trial 10"],
  ],
  [
    ["lr 0.01", "lr 0.003", "lr 1e-4", "lr 0.1", "lr 1"],
    ["lr 1e-4", "lr 0.003", "lr 0.01", "lr 0.1", "lr 1"],
  ],
  [
    ["v1.10.0", "v1.9.12", "v1.9.2"],
    ["v1.9.2", "v1.9.12", "v1.10.0"],
  ],
  [
    ["Éa", "eb", "ec"],
    ["Éa", "eb", "ec"],
  ],
  [
    ["1.5x", "1x", "10x", "2"],
    ["1x", "1.5x", "2", "10x"],
  ],
  [
    ["run", "run 2", "run a", ""],
    ["", "run", "run 2", "run a"],
  ],
])("%j", (given, sorted) => {
  expect(given.toSorted(naturalOrder)).toEqual(sorted);
});

/** A decimal number of at most four digits behind the point, as a count of ten-thousandths; with zeros in front of it and behind it. */
const number = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.nat(3), fc.nat(3))
  .map(([value, before, behind]) => {
    const digits = String(value).padStart(5, "0");
    const fraction = digits.slice(-4).replace(/0+$/, "");
    const whole = "0".repeat(before) + digits.slice(0, -4);
    const zeros = fraction === "" ? "" : "0".repeat(behind);
    return { value, text: whole + (fraction === "" ? "" : `.${fraction}${zeros}`) };
  });
const word = fc.stringMatching(/^[a-d ,]{1,3}$/);

test("texts of words and numbers sort by one after the other, numbers by their value", () => {
  const text = fc.array(fc.tuple(word, number), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const written = (parts: typeof a) => parts.map(([one, { text }]) => one + text).join("");
      const byHand = parted(a, b);
      const keys = [naturalKey(written(a)), naturalKey(written(b))] as const;
      expect(Math.sign(Number(keys[0] > keys[1]) - Number(keys[0] < keys[1]))).toBe(byHand);
    }),
    { numRuns: 2000 },
  );
});

type Part = readonly [word: string, number: { readonly value: bigint; readonly text: string }];

/** A word that ends where the other goes on stands before it where digits stand before what goes on, which all letters but the blank and the comma do. */
function parted(a: readonly Part[], b: readonly Part[]): number {
  for (const [at, [word, { value }]] of a.entries()) {
    const other = b[at];
    if (other === undefined) return 1;
    const [theirs, { value: their }] = other;
    // "0" stands for the number that follows.
    if (word !== theirs) return `${word}0` < `${theirs}0` ? -1 : 1;
    if (value !== their) return value < their ? -1 : 1;
  }
  return a.length < b.length ? -1 : 0;
}

test("any texts have an order: who stands before another stands before whom that one does", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 12 });
  fc.assert(
    fc.property(fc.array(fc.oneof(text, fc.stringMatching(/^[a1.0e-]{0,8}$/))), (texts) => {
      const sorted = texts.toSorted(naturalOrder);
      for (const [at, one] of sorted.entries())
        for (const other of sorted.slice(at + 1)) {
          expect(naturalOrder(one, other)).toBeLessThanOrEqual(0);
          expect(naturalOrder(other, one)).toBe(-naturalOrder(one, other) + 0);
        }
    }),
  );
});
