import fc from "fast-check";
import { expect, test } from "vitest";
import { heatMap } from "./heat-map.ts";
import { cellAfter, cellWords, type HeatCell, heatMapWords } from "./heat-map-words.ts";

const map = heatMap([
  { epoch: 0, edges: [-1, 0, 1], counts: [30, 10] },
  { epoch: 2, edges: [-1, 0, 1], counts: [0, 40] },
  { epoch: 3, edges: [-1, 0, 1], counts: [20, 20] },
]);

test("a cell says its epoch, its ends and its share", () => {
  expect(cellWords(map, { row: 0, cell: 0 })).toBe(
    "epoch 1: 2.3 % of the values from -1 to -0.9688",
  );
  expect(cellWords(map, { row: 1, cell: 0 })).toBe("epoch 3: 0 % of the values from -1 to -0.9688");
  expect(cellWords(map, { row: 1, cell: 63 })).toBe(
    "epoch 3: 3.1 % of the values from 0.9688 to 1",
  );
});

test("the whole is told, also of a single epoch", () => {
  expect(heatMapWords("kernel", map)).toBe(
    "kernel over epoch 1 to 4: values from -1 to 1; the middle goes from -0.3281 to -0.01563",
  );
  const one = heatMap([{ epoch: 6, edges: [0, 1], counts: [3] }]);
  expect(heatMapWords("kernel", one)).toBe(
    "kernel in epoch 7: values from 0 to 1; the middle is 0.4922",
  );
});

test("the first key shows the middle of the last epoch, and keys never lead out", () => {
  const start = cellAfter(map, undefined, "ArrowLeft");
  expect(start).toEqual({ row: 2, cell: 31 });
  expect(cellAfter(map, start, "x")).toBeUndefined();
  expect(cellAfter(heatMap([]), undefined, "ArrowLeft")).toBeUndefined();
  const steps = {
    ...{ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] },
    ...{ PageUp: [0, 8], PageDown: [0, -8], Home: [-9, 0], End: [9, 0] },
  } as const;
  const keys = fc.array(fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])));
  fc.assert(
    fc.property(keys, (list) => {
      let at = start as HeatCell;
      for (const key of list) {
        const [right = 0, up = 0] = steps[key];
        const next = cellAfter(map, at, key);
        expect(next).toEqual({
          row: Math.min(2, Math.max(0, at.row + right)),
          cell: Math.min(63, Math.max(0, at.cell + up)),
        });
        at = next as HeatCell;
      }
    }),
  );
});
