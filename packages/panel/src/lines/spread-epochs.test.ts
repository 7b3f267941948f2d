import fc from "fast-check";
import { expect, test } from "vitest";
import { spreadEpochs } from "./spread-epochs.ts";

/** `perEpoch` batches in each of `epochs`, and where they stand. */
function batches(perEpoch: number, epochs: number) {
  const all = Array.from({ length: perEpoch * epochs }, (_, step) => step);
  return {
    step: all,
    epoch: all.map((step) => Math.floor(step / perEpoch)),
    place: all.map((step) => (step + 1) / perEpoch),
  };
}

test("batches of whole epochs are spread over them, the last one to its end", () => {
  const { step, epoch } = batches(4, 2);
  const spread = spreadEpochs(step, epoch);
  expect(step.map((at, i) => spread?.(at, epoch[i] ?? 0))).toEqual([
    0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2,
  ]);
});

test("a window of batches stands where it stands in the whole", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 9 }),
      fc.integer({ min: 3, max: 8 }),
      fc.nat(),
      fc.nat(),
      (perEpoch, epochs, a, b) => {
        const { step, epoch, place } = batches(perEpoch, epochs);
        // A whole epoch must be in the window, with the first batch of the next one: it tells how long epochs are.
        const from = a % perEpoch;
        const to = Math.max(2 * perEpoch + 1, step.length - (b % perEpoch));
        const spread = spreadEpochs(step.slice(from, to), epoch.slice(from, to));
        for (let i = from; i < to; i++) {
          expect(spread?.(step[i] ?? 0, epoch[i] ?? 0)).toBeCloseTo(place[i] ?? 0, 9);
        }
      },
    ),
  );
});

test("one epoch is filled, and a place is never beyond its epoch", () => {
  expect(spreadEpochs([10, 11], [3, 3])?.(11, 3)).toBe(4);
  expect(spreadEpochs([10, 11], [3, 3])?.(10, 3)).toBe(3.5);
});

test("epochs with fractions, or told once each, are taken as they are", () => {
  expect(spreadEpochs([0, 1], [0.5, 1])).toBeUndefined();
  expect(spreadEpochs([0, 10], [0, 1])).toBeUndefined();
  expect(spreadEpochs([], [])).toBeUndefined();
});
