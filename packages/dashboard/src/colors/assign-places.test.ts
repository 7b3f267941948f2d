import fc from "fast-check";
import { expect, test } from "vitest";
import { assignPlaces } from "./assign-places.ts";
import { areAlike } from "./run-palette.ts";
import { textHash } from "./text-hash.ts";

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 12 });

test("no two ids share a place, and an id has what it prefers unless an older one has it", () => {
  fc.assert(
    fc.property(ids, (oldestFirst) => {
      const places = assignPlaces(oldestFirst, 12);
      expect(new Set(places.values()).size).toBe(oldestFirst.length);
      for (const [index, id] of oldestFirst.entries()) {
        const preferred = textHash(id) % 12;
        const clashes = oldestFirst
          .slice(0, index)
          .some((older) => textHash(older) % 12 === preferred);
        if (!clashes) expect(places.get(id)).toBe(preferred);
      }
    }),
  );
});

test("a newer run changes no place that an older one has by preference", () => {
  fc.assert(
    fc.property(ids, (oldestFirst) => {
      const before = assignPlaces(oldestFirst.slice(0, -1), 12);
      const after = assignPlaces(oldestFirst, 12);
      for (const [id, place] of before) {
        if (place === textHash(id) % 12) expect(after.get(id)).toBe(place);
      }
    }),
  );
});

test("the ids of runs prefer all twelve places about equally often", () => {
  const counts = Array.from({ length: 12 }, () => 0);
  for (let run = 0; run < 12_000; run++) {
    const place = textHash(`run_${run.toString(36)}`) % 12;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  expect(Math.min(...counts)).toBeGreaterThan(850);
  expect(Math.max(...counts)).toBeLessThan(1150);
});

test("more ids than places are refused by their number", () => {
  expect(() => assignPlaces(["a", "b", "c"], 2)).toThrow("at most 2 ids have a place. Received: 3");
});

test("of up to four runs no two have colours of one family, and the oldest keeps its own", () => {
  fc.assert(
    fc.property(ids, (oldestFirst) => {
      const few = oldestFirst.slice(0, 4);
      const places = assignPlaces(few, 12, areAlike);
      const all = [...places.values()];
      expect(all).toHaveLength(few.length);
      for (const [index, place] of all.entries())
        for (const other of all.slice(index + 1)) {
          expect(other).not.toBe(place);
          expect(areAlike(place, other)).toBe(false);
        }
      const [oldest] = few;
      if (oldest !== undefined) expect(places.get(oldest)).toBe(textHash(oldest) % 12);
    }),
  );
});

test("twelve runs have twelve colours, alike or not", () => {
  fc.assert(
    fc.property(ids, (oldestFirst) => {
      const places = assignPlaces(oldestFirst, 12, areAlike);
      expect(new Set(places.values()).size).toBe(oldestFirst.length);
    }),
  );
});
