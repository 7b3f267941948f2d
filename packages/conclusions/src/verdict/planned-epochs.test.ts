import { expect, test } from "vitest";
import { plannedEpochs } from "./planned-epochs.ts";

test("a fit adds its epochs to those that the run had before it", () => {
  expect(plannedEpochs({ epoch: 0, initialEpoch: 0, epochs: 12 })).toBe(12);
  // A second fit, which counts from 0 again.
  expect(plannedEpochs({ epoch: 12, initialEpoch: 0, epochs: 5 })).toBe(17);
  // A resumed one, which goes on counting.
  expect(plannedEpochs({ epoch: 7, initialEpoch: 7, epochs: 12 })).toBe(12);
});

test("without a number nobody knows", () => {
  expect(plannedEpochs({ epoch: 0, initialEpoch: 0 })).toBeUndefined();
  expect(plannedEpochs({ epoch: 0, initialEpoch: 9, epochs: 3 })).toBeUndefined();
});
