import fc from "fast-check";
import { expect, test } from "vitest";
import { niceRange } from "./nice-range.ts";
import { yLabels } from "./y-labels.ts";

const WIDTH = 40;

test.each([
  [[0.2, 0.4, 0.6], 0.2, undefined, ["0.2", "0.4", "0.6"]],
  [[1_234_550, 1_234_600, 1_234_650], 50, "1,234,500", ["50", "100", "150"]],
  [[-1_234_650, -1_234_600, -1_234_550], 50, "-1,234,700", ["50", "100", "150"]],
  [[0.99123, 0.99124, 0.99125], 1e-5, "0.9912", ["3e-5", "4e-5", "5e-5"]],
  [[1_234_567_890_125, 1_234_567_890_130], 5, "1234567890120", ["5", "10"]],
] as const)(
  "the ticks %j every %d have the base %s and the labels %j",
  (ticks, step, base, labels) => {
    const found = yLabels(ticks, step, WIDTH);
    expect([found.base, found.labels]).toEqual([base, labels]);
  },
);

test("base and label say where the tick is", () => {
  const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  const range = fc.tuple(number, fc.double({ min: 1e-4, max: 1e4, noNaN: true }));
  fc.assert(
    fc.property(range, ([from, length]) => {
      const { min, max, step } = niceRange(from, from + length);
      const first = Math.round(min / step);
      const count = Math.round((max - min) / step) + 1;
      const ticks = Array.from({ length: count }, (_, i) => (first + i) * step);
      const { base, labels } = yLabels(ticks, step, WIDTH);
      if (base === undefined) return;
      for (const [i, label] of labels.entries()) {
        const said = Number(base.replaceAll(",", "")) + numberOf(label);
        expect(Math.abs(said - (ticks[i] ?? Number.NaN))).toBeLessThan(step / 10);
      }
    }),
  );
});

function numberOf(label: string): number {
  const unit = { k: 1e3, M: 1e6 }[label.at(-1) ?? ""];
  return unit === undefined ? Number(label.replaceAll(",", "")) : unit * Number(label.slice(0, -1));
}
