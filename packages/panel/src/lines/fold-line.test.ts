import fc from "fast-check";
import { expect, test } from "vitest";
import { foldLine } from "./fold-line.ts";

const lineOf = (x: readonly number[], y: readonly number[]) => ({
  run: "a",
  split: "train" as const,
  x,
  y,
  broken: [],
  drawn: x.length,
  stored: x.length,
});

test("many points become the mean, the lowest and the highest of each stretch", () => {
  const value = fc.oneof(
    { weight: 9, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
    fc.constant(Number.NaN),
  );
  fc.assert(
    fc.property(fc.array(value, { minLength: 481, maxLength: 1500 }), (y) => {
      const x = y.map((_, i) => i);
      const range = { min: 0, max: y.length - 1 };
      const folded = foldLine(lineOf(x, y), range);
      const buckets = Math.min(240, Math.ceil(y.length / 4));
      expect(Math.abs(folded.x.length - buckets)).toBeLessThanOrEqual(1);
      let from = 0;
      for (const [i, count] of (folded.n ?? []).entries()) {
        // Each stretch holds those that follow the one before it.
        let to = from;
        for (let left = count; left > 0; to++) if (!Number.isNaN(y[to])) left--;
        const values = y.slice(from, to).filter((each) => !Number.isNaN(each));
        if (count > 0) {
          const sum = values.reduce((a, b) => a + b, 0);
          expect(folded.y[i]).toBeCloseTo(sum / count, 4);
          expect(folded.band?.low[i]).toBe(Math.min(...values));
          expect(folded.band?.high[i]).toBe(Math.max(...values));
        } else expect(folded.y[i]).toBeNaN();
        from = to;
      }
      expect(folded.n?.reduce((a, b) => a + b, 0)).toBe(y.filter((v) => !Number.isNaN(v)).length);
    }),
    { numRuns: 30 },
  );
});

test("a short line among long ones is folded as closely as they are", () => {
  const x = Array.from({ length: 400 }, (_, i) => i / 400);
  const y = x.map((at) => Math.sin(at * 900));
  const among = (max: number) => foldLine(lineOf(x, y), { min: 0, max });
  expect(among(1).x).toHaveLength(400);
  const short = among(12);
  expect(short.x.length).toBeGreaterThan(15);
  expect(short.x.length).toBeLessThan(25);
  expect(short.n?.reduce((a, b) => a + b, 0)).toBe(400);
  // Few points are read one by one, however close they stand.
  expect(foldLine(lineOf(x.slice(0, 60), y.slice(0, 60)), { min: 0, max: 500 }).x).toHaveLength(60);
});

test("few points, and what has a band, stay as they are", () => {
  const few = lineOf([1, 2], [3, 4]);
  expect(foldLine(few, { min: 1, max: 2 })).toBe(few);
  const many = Array.from({ length: 900 }, (_, i) => i);
  const banded = { ...lineOf(many, many), band: { low: many, high: many } };
  expect(foldLine(banded, { min: 0, max: 899 })).toBe(banded);
});

test("huge values have a mean", () => {
  const x = Array.from({ length: 900 }, (_, i) => i);
  const { y } = foldLine(
    lineOf(
      x,
      x.map(() => 1.7e308),
    ),
    { min: 0, max: 899 },
  );
  for (const value of y) expect(value / 1.7e308).toBeCloseTo(1, 9);
});

test("of a thinned line, of which the lowest and the highest are told, the band is exact", () => {
  const x = Array.from({ length: 40 }, (_, i) => i);
  const y = x.map((i) => (i % 2 === 0 ? 1 : 3));
  const folded = foldLine({ ...lineOf(x, y), stored: 10_000 }, { min: 0, max: 39 });
  expect(folded.x.length).toBeLessThanOrEqual(11);
  for (const low of folded.band?.low ?? []) expect([1, 3]).toContain(low);
  expect(Math.min(...(folded.band?.low ?? []))).toBe(1);
  expect(Math.max(...(folded.band?.high ?? []))).toBe(3);
});

test("of buckets the mean is that of all their points, and the band that of theirs", () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(fc.array(value, { minLength: 1, maxLength: 5 }), {
        minLength: 481,
        maxLength: 1000,
      }),
      (buckets) => {
        const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
        const places = buckets.map((_, i) => i);
        const line = {
          ...lineOf(places, buckets.map(mean)),
          band: {
            low: buckets.map((list) => Math.min(...list)),
            high: buckets.map((list) => Math.max(...list)),
          },
          n: buckets.map(({ length }) => length),
          stored: 100_000,
        };
        const folded = foldLine(line, { min: 0, max: places.length - 1 });
        expect(folded.x.length).toBeLessThanOrEqual(241);
        let from = 0;
        for (const [i, count] of (folded.n ?? []).entries()) {
          let to = from;
          for (let left = count; left > 0; to++) left -= line.n[to] ?? 0;
          const points = buckets.slice(from, to).flat();
          expect(points.length).toBe(count);
          expect(folded.y[i]).toBeCloseTo(mean(points), 4);
          expect(folded.band?.low[i]).toBe(Math.min(...points));
          expect(folded.band?.high[i]).toBe(Math.max(...points));
          from = to;
        }
        expect(from).toBe(buckets.length);
      },
    ),
    { numRuns: 30 },
  );
});
