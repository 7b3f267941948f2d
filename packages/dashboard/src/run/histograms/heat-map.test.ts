import { whole } from "@epochal/testing/full";
import fc from "fast-check";
import { expect, test } from "vitest";
import { heatMap } from "./heat-map.ts";

const histogram = fc
  .record({
    epoch: fc.nat(5),
    start: fc.double({ min: -10, max: 10, noNaN: true }),
    widths: fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 1, maxLength: 20 }),
    counts: fc.array(fc.nat(1000), { minLength: 20, maxLength: 20 }),
  })
  .map(({ epoch, start, widths, counts }) => {
    const edges = [start];
    for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
    return { epoch, edges, counts: counts.slice(0, widths.length) };
  });

test("no value is lost or made, and each lies where its bin was", () => {
  fc.assert(
    fc.property(fc.array(histogram, { minLength: 1, maxLength: 8 }), (list) => {
      const { epochs, rows, min, max } = heatMap(list);
      expect(epochs).toEqual([...new Set(list.map(({ epoch }) => epoch))].sort((a, b) => a - b));
      for (const [i, row] of rows.entries()) {
        const last = list.findLast(({ epoch }) => epoch === epochs[i]);
        const total = last?.counts.reduce((sum, count) => sum + count, 0) ?? 0;
        expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(total > 0 ? 1 : 0, 6);
        const width = (max - min) / row.length;
        for (const [cell, share] of row.entries()) {
          if (share === 0) continue;
          expect(min + (cell + 1) * width).toBeGreaterThanOrEqual((last?.edges[0] ?? 0) - 1e-9);
          expect(min + cell * width).toBeLessThanOrEqual((last?.edges.at(-1) ?? 0) + 1e-9);
        }
      }
    }),
    { numRuns: whole(1_000) },
  );
});

test("very many epochs are thinned out, and it is said", () => {
  const many = Array.from({ length: 1000 }, (_, epoch) => ({
    epoch,
    edges: [0, 1, 2],
    counts: [1, 1],
  }));
  const { epochs, total } = heatMap(many);
  expect([epochs.length <= 241, total, epochs[0], epochs.at(-1)]).toEqual([true, 1000, 0, 999]);
  expect(heatMap([{ epoch: 0, edges: [1], counts: [] }])).toMatchObject({ rows: [], total: 0 });
});
