import fc from "fast-check";
import { expect, test } from "vitest";
import { nameParts } from "./name-parts.ts";

const whole = ({ start, kept, end }: { start: string; kept: string; end: string }) =>
  start + kept + end;

test("the parts are the name, whatever is in it, and split no character in two", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 80 })), (names) => {
      for (const [name, parts] of nameParts(names)) {
        expect(whole(parts)).toBe(name);
        for (const part of [parts.start, parts.kept, parts.end]) {
          // Half of a pair of surrogates has no code in UTF-8.
          expect(() => encodeURIComponent(part)).not.toThrow();
        }
      }
    }),
  );
});

test("names that differ in one place are told apart by what is kept of them", () => {
  const text = fc.stringMatching(/^[a-z =.]{0,60}$/);
  const seeds = fc.uniqueArray(fc.integer({ min: 0, max: 99_999 }), { minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(text, text, seeds, (before, after, numbers) => {
      const names = numbers.map((seed) => `${before}seed ${seed}${after}`);
      const kept = [...nameParts(names).values()].map((parts) => parts.kept);
      expect(new Set(kept).size).toBe(names.length);
    }),
  );
});

test("five seeds of one long name keep their seed", () => {
  const names = [1, 2, 3, 4, 5].map(
    (seed) => `baseline of the second week · lr 0.01, 128 units, dropout 0.3, seed ${seed}`,
  );
  const parts = nameParts(names);
  for (const [at, name] of names.entries()) {
    expect(parts.get(name)?.kept).toBe(`seed ${at + 1}`);
  }
});

test("a short name is kept whole", () => {
  expect(nameParts(["lr 0.01, 32 units"]).get("lr 0.01, 32 units")).toEqual({
    start: "",
    kept: "lr 0.01, 32 units",
    end: "",
  });
});
