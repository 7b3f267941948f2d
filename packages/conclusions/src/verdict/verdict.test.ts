import { someOf } from "@epochal/testing/full";
import { newSeed, noise, seededRandom } from "@epochal/testing/random";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evidenceOf, perEpoch, type Values } from "../../test/curves.ts";
import { conclude, type RunConclusions } from "./conclude.ts";

const judge = (of: Record<string, Values>): RunConclusions => conclude(evidenceOf(of));

const falls = (epoch: number) => 0.7 * Math.exp(-epoch / 6);
const seed = newSeed();
/** How many epochs, and how much noise. */
const noises = [10, 30, 100].flatMap((count) =>
  [0.001, 0.01, 0.1].map((size) => [count, size] as const),
);

const rises = (epoch: number) => 0.3 + 0.4 * Math.exp(-epoch / 3) + 0.01 * Math.max(0, epoch - 8);

describe("the verdict", () => {
  it("is overfitting where validation gets worse and training does not", () => {
    const { verdict } = judge({ loss: perEpoch(25, falls), val_loss: perEpoch(25, rises) });
    expect(verdict).toEqual({
      rule: "overfitting",
      words: "overfitting from epoch 10",
      epoch: 9,
      evidence:
        "val_loss went from 0.3278 (epoch 9) to 0.4601 (epoch 25), loss from 0.1845 to 0.01282.",
    });
  });

  it("is healthy where both fall", () => {
    const { verdict } = judge({
      loss: perEpoch(12, falls),
      val_loss: perEpoch(12, (e) => falls(e) + 0.1),
    });
    expect(verdict).toMatchObject({ rule: "healthy", words: "healthy" });
    expect(verdict?.evidence).toBe(
      "loss went from 0.7000 to 0.1119, val_loss from 0.8000 to 0.2119, in 12 epochs.",
    );
  });

  it("is underfitting where training does not get anywhere", () => {
    const random = seededRandom(3);
    const flat = () => perEpoch(20, () => 0.69 + noise(random, 0.002));
    expect(judge({ loss: flat(), val_loss: flat() }).verdict?.rule).toBe("underfitting");
  });

  it("is diverged, with the batch where somebody saw it", () => {
    const of = { loss: [1, 4, Number.NaN, Number.NaN], val_loss: [1, 5, Number.NaN, Number.NaN] };
    expect(judge(of).verdict).toMatchObject({ words: "diverged at epoch 3", epoch: 2 });
    const event = {
      type: "non_finite",
      epoch: 2,
      batch: 12,
      key: "loss",
      value: "NaN",
      before: 4e9,
    } as const;
    expect(conclude(evidenceOf(of, [event])).verdict).toEqual({
      rule: "diverged",
      words: "diverged at epoch 3, batch 13",
      evidence: "loss became NaN at epoch 3, batch 13; it was 4e9 before.",
      epoch: 2,
    });
    // An infinite one on the way is not where it broke.
    const passing = {
      loss: [1, 2, 3, Number.NaN],
      val_loss: [1, Number.POSITIVE_INFINITY, 3, Number.NaN],
    };
    expect(judge(passing).verdict?.words).toBe("diverged at epoch 4");
    // One that came back did not.
    expect(judge({ loss: [1, Number.NaN, 0.5], val_loss: [1, 1, 1] }).verdict).toBeUndefined();
  });

  it("is that there was no validation", () => {
    expect(judge({ loss: perEpoch(12, falls) }).verdict).toMatchObject({
      words: "no validation",
      evidence: "12 epochs were trained, and nothing was measured on other data.",
    });
  });

  it("rests on a metric where there is no loss", () => {
    const { verdict, gap } = judge({
      auc: perEpoch(25, (epoch) => 1 - falls(epoch)),
      val_auc: perEpoch(25, (epoch) => 1 - rises(epoch)),
    });
    expect(verdict).toMatchObject({ rule: "overfitting", epoch: 9 });
    expect(verdict?.evidence).toContain("val_auc went from 0.6722 (epoch 9) to 0.5399");
    expect(gap?.key).toBe("val_auc");
  });

  it.each([0, 1, 7])("keeps silent after %i epochs", (count) => {
    expect(
      judge({ loss: perEpoch(count, falls), val_loss: perEpoch(count, rises) }).verdict,
    ).toBeUndefined();
  });

  it("is healthy for every pair of curves that only fall", () => {
    const falling = fc
      .array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 8, maxLength: 60 })
      .map((drops) => drops.map((_, i) => drops.slice(i).reduce((sum, drop) => sum + drop, 0)));
    fc.assert(
      fc.property(falling, falling, (loss, other) => {
        const size = Math.min(loss.length, other.length);
        const of = { loss: loss.slice(0, size), val_loss: other.slice(0, size) };
        expect(judge(of).verdict?.rule).toBe("healthy");
      }),
    );
  });

  it("is the same whatever unit the loss has", () => {
    const loss = perEpoch(20, (epoch) => falls(epoch));
    const validation = perEpoch(20, rises);
    const unit = fc.record({
      shift: fc.integer({ min: -100, max: 100 }),
      power: fc.integer({ min: -8, max: 8 }),
    });
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(unit, values, values, ({ shift, power }, a, b) => {
        // Powers of two, and whole multiples of them, are exact.
        const grain = 2 ** -20;
        const exact = (value: number) => Math.round(value / grain) * grain;
        const one = loss.map((value, i) => exact(value + (a[i] ?? 0) / 500));
        const two = validation.map((value, i) => exact(value + (b[i] ?? 0) / 500));
        const turn = (value: number) => (value + shift) * 2 ** power;
        const before = judge({ loss: one, val_loss: two });
        const after = judge({ loss: one.map(turn), val_loss: two.map(turn) });
        expect(after.verdict?.words).toBe(before.verdict?.words);
        expect(after.gap?.from).toBe(before.gap?.from);
        expect(after.plateau).toEqual(before.plateau);
      }),
    );
  });

  it.each([
    ["around nothing", () => 0.5, () => 0.5],
    ["around a fall", falls, (epoch: number) => falls(epoch) + 0.05],
    ["around a fall that ends", falls, (epoch: number) => 0.3 + falls(epoch * 2)],
  ])(
    `is overfitting for noise alone %s in fewer than 5 of 100 tries (seed ${seed})`,
    (_what, train, validation) => {
      for (const [count, size] of someOf(noises, seed, (kinds) => kinds)) {
        const random = seededRandom(count * 1000 + size * 10_000);
        let found = 0;
        for (let attempt = 0; attempt < 400; attempt++) {
          const of = {
            loss: perEpoch(count, (epoch) => train(epoch) + noise(random, size)),
            val_loss: perEpoch(count, (epoch) => validation(epoch) + noise(random, size)),
          };
          if (judge(of).verdict?.rule === "overfitting") found++;
        }
        expect(found / 400, `${count} epochs, noise of ${size}`).toBeLessThan(0.05);
      }
    },
  );

  it("finds overfitting through noise, and about where it begins", () => {
    const random = seededRandom(11);
    const found = Array.from({ length: 100 }, () =>
      judge({
        loss: perEpoch(30, (epoch) => falls(epoch) + noise(random, 0.01)),
        val_loss: perEpoch(30, (epoch) => rises(epoch) + noise(random, 0.01)),
      }),
    ).filter(({ verdict }) => verdict?.rule === "overfitting");
    expect(found.length).toBeGreaterThan(95);
    for (const { verdict } of found) {
      expect(verdict?.epoch).toBeGreaterThan(5);
      expect(verdict?.epoch).toBeLessThan(15);
    }
  });
});

describe("other conclusions", () => {
  it("say what the best epoch would have given", () => {
    const { regrets } = judge({ loss: [3, 2, 1], val_auc: [0.6, 0.9, 0.8] });
    expect(regrets).toMatchObject([
      { key: "loss", regret: 0 },
      { key: "val_auc", best: { epoch: 1 }, last: { epoch: 2 }, regret: expect.closeTo(0.1) },
    ]);
  });

  it("say what tracking cost", () => {
    const { cost } = judge({ loss: [3, 2], tracking_ms: [3, 5], epoch_seconds: [0.4, 0.4] });
    expect(cost).toEqual({ ms: 8, trainingMs: 800, share: 0.01 });
  });

  it("say from where on the gap grows", () => {
    const { gap } = judge({ loss: perEpoch(25, falls), val_loss: perEpoch(25, rises) });
    expect(gap?.last).toBeCloseTo(0.4601 - 0.0128, 3);
    expect(gap?.from).toBeLessThan(10);
    const none = judge({
      loss: perEpoch(25, falls),
      val_loss: perEpoch(25, (e) => falls(e) + 0.1),
    }).gap;
    expect(none?.from).toBeUndefined();
  });

  it("say from where on nothing changes", () => {
    const { plateau } = judge({
      loss: perEpoch(30, falls),
      val_loss: perEpoch(30, (epoch) => Math.max(0.2, 1 - epoch / 10) + (epoch % 2) * 0.004),
    });
    expect(plateau?.key).toBe("val_loss");
    expect(plateau?.from).toBeGreaterThanOrEqual(7);
    expect(plateau?.from).toBeLessThanOrEqual(10);
    expect(
      judge({ loss: perEpoch(30, falls), val_loss: perEpoch(30, falls) }).plateau,
    ).toBeUndefined();
  });

  it("say where loss and metric disagree", () => {
    const [found] = judge({
      loss: perEpoch(20, falls),
      val_loss: perEpoch(20, rises),
      val_accuracy: perEpoch(20, (epoch) => 0.6 + 0.015 * epoch),
    }).disagreements;
    expect(found).toMatchObject({
      key: "val_accuracy",
      from: 9,
      bestByLoss: { epoch: 8 },
      bestByMetric: { epoch: 19 },
    });
    expect(found?.agreement).toBeLessThan(0.7);
    const agreeing = judge({
      loss: perEpoch(20, falls),
      val_loss: perEpoch(20, falls),
      val_accuracy: perEpoch(20, (epoch) => 1 - falls(epoch)),
    }).disagreements[0];
    expect(agreeing).toMatchObject({ agreement: 1 });
    expect(agreeing?.from).toBeUndefined();
  });
});
