import { noise, seededRandom } from "@epochal/testing/random";
import { expect, it } from "vitest";
import { evidenceOf, perEpoch, type Values } from "../../test/curves.ts";
import { conclude } from "./conclude.ts";

const random = seededRandom(7);
const falls = (epoch: number) => 0.7 * Math.exp(-epoch / 6);
const wobbly = (of: (epoch: number) => number, size: number, count = 20) =>
  perEpoch(count, (epoch) => of(epoch) + noise(random, size));
const grown = perEpoch(12, (epoch) => 30 ** (epoch * 1.9));
const lost = [...perEpoch(10, (e) => 0.7 - e / 25), ...perEpoch(10, (e) => 0.34 + e / 20)];

it.each<[string, Record<string, Values>, string]>([
  ["rises from the first epoch on", { loss: grown, val_loss: grown }, "diverged at epoch 2"],
  [
    "fell before it rose",
    { loss: [...perEpoch(6, falls), 9, 4e3, 1e9, 3e32], val_loss: perEpoch(10, falls) },
    "diverged at epoch 7",
  ],
  [
    "exploded in its second epoch",
    { loss: [0.7, 3e32], val_loss: [0.7, 1] },
    "diverged at epoch 2",
  ],
  [
    "exploded in its last epoch",
    { loss: [...perEpoch(11, falls), 3e32], val_loss: perEpoch(12, falls) },
    "diverged at epoch 12",
  ],
  ["lost all it had gained", { loss: lost, val_loss: lost }, "diverged at epoch 11"],
  [
    "falls back to chance",
    { accuracy: lost.map((value) => 1.2 - value), val_accuracy: lost.map((value) => 1.2 - value) },
    "diverged at epoch 11",
  ],
  [
    "falls to chance from the first epoch on",
    {
      accuracy: wobbly((e) => 0.5 + 0.4 * Math.exp(-e / 5), 0.005),
      val_accuracy: wobbly(() => 0.5, 0.005),
    },
    "diverged at epoch 2",
  ],
  ["overflows", { loss: grown.map((v) => v * 1e270), val_loss: grown }, "diverged at epoch 2"],
  ["is only known of validation", { val_loss: grown }, "diverged at epoch 2"],
  [
    "explodes on validation data alone, at the end",
    { loss: perEpoch(20, falls), val_loss: [...perEpoch(18, falls), 1e3, 3e32] },
    "diverged at epoch 19",
  ],
  [
    "is infinite at the end",
    { loss: [1, 2, Infinity], val_loss: [1, 2, 3] },
    "diverged at epoch 3",
  ],
])("a value that %s diverged", (_what, values, words) => {
  const { verdict, divergence, gap, plateau } = conclude(evidenceOf(values));
  expect(verdict).toMatchObject({ rule: "diverged", words });
  expect(divergence?.epoch).toBe(verdict?.epoch);
  expect([gap?.from, plateau]).toEqual([undefined, undefined]);
});

it.each<[string, Record<string, Values>, string | undefined]>([
  [
    "was infinite on the way",
    { loss: perEpoch(12, (e) => (e === 4 ? Infinity : falls(e))), val_loss: perEpoch(12, falls) },
    "healthy",
  ],
  [
    "was NaN on the way",
    { loss: perEpoch(12, falls), val_loss: perEpoch(12, (e) => (e % 5 === 3 ? NaN : falls(e))) },
    "healthy",
  ],
  [
    "has a metric that is NaN",
    { loss: perEpoch(12, falls), val_loss: perEpoch(12, falls), val_auc: perEpoch(12, () => NaN) },
    "healthy",
  ],
  [
    "is huge, and does not change",
    { loss: perEpoch(12, () => 3e32), val_loss: perEpoch(12, () => 3e32) },
    "underfitting",
  ],
  [
    "is huge, and falls",
    {
      loss: perEpoch(12, (e) => 1e306 * falls(e)),
      val_loss: perEpoch(12, (e) => 1e306 * falls(e)),
    },
    "healthy",
  ],
  [
    "is tiny, and falls",
    {
      loss: perEpoch(12, (e) => 1e-305 * falls(e)),
      val_loss: perEpoch(12, (e) => 1e-305 * falls(e)),
    },
    "healthy",
  ],
  [
    "gets a little worse",
    {
      loss: perEpoch(30, (e) => 0.7 + 0.0001 * e),
      val_loss: perEpoch(30, () => 0.7),
    },
    "underfitting",
  ],
  [
    "overfits to a hundred times its lowest",
    { loss: perEpoch(30, falls), val_loss: perEpoch(30, (e) => 0.1 + (e > 5 ? (e - 5) * 0.5 : 0)) },
    "overfitting",
  ],
])("a value that %s did not diverge", (_what, values, rule) => {
  const { verdict, divergence } = conclude(evidenceOf(values));
  expect(verdict?.rule).toBe(rule);
  expect(divergence).toBeUndefined();
});

it("says what a value became that stayed finite", () => {
  const loss = [...perEpoch(6, (e) => 1 - e / 10), 9, 4e3, 1e9, 3e32];
  const { verdict, divergence } = conclude(evidenceOf({ loss, val_loss: loss }));
  expect(divergence).toEqual({ key: "loss", value: 3e32, epoch: 6, before: 0.5 });
  expect(verdict?.evidence).toBe("loss got worse from epoch 7 on, to 3e32; it was 0.5000 before.");
});
