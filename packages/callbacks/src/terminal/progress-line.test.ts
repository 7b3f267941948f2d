import fc from "fast-check";
import { expect, test } from "vitest";
import { progressLine } from "./progress-line.ts";

const progress = {
  epoch: 2,
  epochs: 10,
  batch: 45,
  batches: 60,
  elapsedMs: 900,
  values: { loss: 0.2431, auc: 0.8123 },
  isDone: false,
};

test("shows bar, time left, time a step and values", () => {
  expect(progressLine(progress, 200)).toBe(
    "Epoch 3/10  45/60  [===============>....]  ETA 300 ms  20 ms/step  loss 0.2431  auc 0.8123",
  );
  expect(progressLine({ ...progress, batch: 60, isDone: true }, 200)).toBe(
    "Epoch 3/10  60/60  900 ms  15 ms/step  loss 0.2431  auc 0.8123",
  );
  expect(progressLine({ ...progress, batches: undefined, epochs: undefined }, 200)).toBe(
    "Epoch 3  45  20 ms/step  loss 0.2431  auc 0.8123",
  );
});

test("puts training before validation, and says where something is missing", () => {
  const values = { val_loss: 0.5, val_auc: 0.6, loss: 0.4, auc: 0.7 };
  const line = progressLine({ ...progress, values, batch: 60, isDone: true }, 200);
  expect(line).toMatch(/loss 0\.4000 {2}auc 0\.7000 {2}val_loss 0\.5000 {2}val_auc 0\.6000$/);
  for (let columns = 12; columns < line.length; columns++) {
    const cut = progressLine({ ...progress, values, batch: 60, isDone: true }, columns);
    expect(cut.endsWith(" …"), cut).toBe(true);
    expect(cut.length).toBeLessThanOrEqual(columns);
  }
});

test("is never longer than the terminal is wide", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.dictionary(fc.string({ maxLength: 30 }), fc.double(), { maxKeys: 12 }),
      fc.nat(60),
      (columns, values, batch) => {
        const line = progressLine({ ...progress, values, batch }, columns);
        expect(line.length).toBeLessThanOrEqual(columns);
      },
    ),
  );
  expect(progressLine(progress, 70)).toMatch(/20 ms\/step …$/);
});

test("no name of a metric steers the terminal", () => {
  const values = { "a\u001b]0;b\u0007\u009bc\u202e": 1 };
  expect(progressLine({ ...progress, values }, 200)).not.toMatch(/[\p{Cc}\u202e]/u);
});
