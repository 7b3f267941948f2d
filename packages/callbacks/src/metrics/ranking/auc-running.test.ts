import { whole } from "@epochal/testing/full";
import { describe, expect, test } from "vitest";
import { randomNumbers } from "../../seed/random-numbers.ts";
import type { Metric } from "../metric.ts";
import { AUC } from "./auc.ts";
import { PrecisionAtRecall } from "./precision-at-recall.ts";
import { SensitivityAtSpecificity } from "./sensitivity-at-specificity.ts";

interface Sample {
  readonly label: number;
  readonly score: number;
  readonly weight: number;
}

/** What a kind of case is made of. */
interface Kind {
  readonly scoreOf: (random: number) => number;
  readonly weightOf: (random: number) => number;
  /** The share of positive samples. */
  readonly positives: number;
  readonly batch: number;
}

const pick = <T>(random: () => number, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)] as T;

const scoresOf: readonly Kind["scoreOf"][] = [
  (r) => r,
  (r) => Math.fround(r * 2 - 1),
  (r) => Math.floor(r * 8) / 8,
  () => 0.5,
  (r) => (r < 0.1 ? Number.NEGATIVE_INFINITY : r > 0.9 ? Number.POSITIVE_INFINITY : Math.fround(r)),
  (r) => (r < 0.2 ? -0 : r < 0.4 ? 0 : Math.fround(r - 0.6)),
];
const weightsOf: readonly Kind["weightOf"][] = [
  () => 1,
  (r) => Math.floor(r * 3),
  (r) => r,
  (r) => (r < 0.9 ? 1 : r),
];

/** The area by its definition: over every pair of a positive and a negative sample. */
function byPairs(samples: readonly Sample[]): number {
  let [won, all] = [0, 0];
  for (const p of samples) {
    for (const n of p.label === 1 ? samples : []) {
      if (n.label === 1) continue;
      const weight = p.weight * n.weight;
      all += weight;
      won += p.score > n.score ? weight : p.score === n.score ? weight / 2 : 0;
    }
  }
  return won / all;
}

/** The area by a metric that was never asked before: it sorts all scores. */
function atOnce(auc: Metric): number {
  const fresh = auc.clone();
  fresh.setState(JSON.parse(JSON.stringify(auc.getState())));
  return fresh.result();
}

function update(auc: Metric, samples: readonly Sample[]): void {
  auc.updateState(
    samples.map(({ label }) => label),
    Float64Array.from(samples, ({ score }) => score),
    samples.map(({ weight }) => weight),
  );
}

describe("an AUC that is asked again and again", () => {
  test("is that of all pairs after every batch, whatever happens to it in between", () => {
    for (let seed = 1; seed <= whole(600); seed++) {
      const random = randomNumbers(seed);
      const kind: Kind = {
        scoreOf: pick(random, scoresOf),
        weightOf: pick(random, weightsOf),
        positives: pick(random, [0.5, 0.05, 0.95]),
        batch: pick(random, [1, 3, 10, 60]),
      };
      const batch = (): readonly Sample[] =>
        Array.from({ length: 1 + Math.floor(random() * kind.batch) }, () => ({
          label: random() < kind.positives ? 1 : 0,
          score: kind.scoreOf(random()),
          weight: kind.weightOf(random()),
        }));
      let auc = new AUC();
      let seen: Sample[] = [];
      for (let step = 0; step < 40; step++) {
        const event = random();
        const added = batch();
        if (event < 0.04) {
          auc.resetState();
          seen = [];
        } else if (event < 0.08) {
          const state = JSON.parse(JSON.stringify(auc.getState()));
          if (event < 0.06) auc = new AUC();
          auc.setState(state);
        } else if (event < 0.14) {
          const other = new AUC();
          update(other, added);
          if (event < 0.11) other.result();
          auc.merge(other);
          seen.push(...added);
        } else {
          update(auc, added);
          seen.push(...added);
        }
        // Now and then nobody asks.
        if (random() < 0.2) continue;
        const expected = byPairs(seen);
        const said = `seed ${seed}, step ${step}`;
        if (Number.isNaN(expected)) expect(auc.result(), said).toBe(atOnce(auc));
        else expect(Math.abs(auc.result() / expected - 1) || 0, said).toBeLessThan(1e-12);
      }
    }
  });

  test("is to the last bit what it is at once, without weights", () => {
    const random = randomNumbers(7);
    const auc = new AUC();
    for (let step = 0; step < whole(300); step++) {
      const labels = Array.from({ length: 32 }, () => Number(random() < 0.3));
      auc.updateState(
        labels,
        Float32Array.from(labels, (label) => random() + label / 4),
      );
      expect(auc.result(), `step ${step}`).toBe(atOnce(auc));
    }
  });

  test("is what it is at once where neighbours have become one", () => {
    for (let seed = 1; seed <= whole(100); seed++) {
      const random = randomNumbers(seed);
      const [scoreOf, weightOf] = [pick(random, scoresOf), pick(random, weightsOf)];
      const maxScores = pick(random, [100, 300, 1000]);
      const [auc, exact] = [new AUC({ maxScores }), new AUC()];
      for (let step = 0; step < 60; step++) {
        const samples = Array.from({ length: Math.ceil(random() * 60) }, () => ({
          label: Number(random() < 0.4),
          score: scoreOf(random()),
          weight: weightOf(random()),
        }));
        update(exact, samples);
        if (random() < 0.1) {
          const other = new AUC({ maxScores });
          update(other, samples);
          auc.merge(other);
        } else update(auc, samples);
        if (random() < 0.3) continue;
        const said = `seed ${seed}, step ${step}`;
        const all = atOnce(auc);
        if (Number.isNaN(all)) {
          expect(auc.result(), said).toBeNaN();
          continue;
        }
        expect(Math.abs(auc.result() - all), said).toBeLessThanOrEqual(1e-12 * all);
        const error = Math.abs(auc.result() - exact.result());
        expect(error, said).toBeLessThanOrEqual(auc.errorBound + 1e-12);
      }
    }
  });

  test("is NaN from the first NaN on, until it is reset", () => {
    const auc = new AUC();
    for (let step = 0; step < 5; step++) {
      auc.updateState([0, 1], [0.25, 0.5]);
      expect(auc.result()).toBe(1);
    }
    auc.updateState([0, 1], [Number.NaN, 0.5]);
    for (let step = 0; step < 3; step++) {
      expect(auc.result()).toBeNaN();
      auc.updateState([0, 1], [0.25, 0.5]);
    }
    auc.resetState();
    auc.updateState([1, 0, 1], [0.25, 0.5, 0.75]);
    expect(auc.result()).toBe(0.5);
  });

  test("is the mean of what each label has at once", () => {
    const random = randomNumbers(5);
    const auc = new AUC({ multiLabel: true });
    for (let step = 0; step < 50; step++) {
      const rows = Array.from({ length: 8 }, () => [random(), random(), random()]);
      auc.updateState(
        rows.map((row) => row.map((score) => Number(random() < score))),
        rows,
      );
      expect(auc.result(), `step ${step}`).toBe(atOnce(auc));
    }
  });
});

/** Metrics of whole orders: they keep theirs, and put what is new in its place. */
const ofOrder: Readonly<Record<string, () => Metric>> = {
  "AUC, PR": () => new AUC({ curve: "PR" }),
  "AUC, PRGAIN": () => new AUC({ curve: "PRGAIN" }),
  "AUC, PR, maxScores": () => new AUC({ curve: "PR", maxScores: 200 }),
  PrecisionAtRecall: () => new PrecisionAtRecall({ recall: 0.6 }),
  SensitivityAtSpecificity: () => new SensitivityAtSpecificity({ specificity: 0.7 }),
};

describe.each(Object.entries(ofOrder))("%s, asked again and again", (_name, make) => {
  test("is what it is at once", () => {
    for (let seed = 1; seed <= whole(60); seed++) {
      const random = randomNumbers(seed);
      const scoreOf = pick(random, scoresOf);
      const weightOf = pick(random, [() => 1, (r: number) => Math.floor(r * 3)]);
      const metric = make();
      for (let step = 0; step < 30; step++) {
        const samples = Array.from({ length: Math.ceil(random() * 40) }, () => ({
          label: Number(random() < 0.4),
          score: scoreOf(random()),
          weight: weightOf(random()),
        }));
        const event = random();
        if (event < 0.05) metric.resetState();
        if (event > 0.9) {
          const other = make();
          update(other, samples);
          metric.merge(other);
        } else update(metric, samples);
        if (random() < 0.2) continue;
        expect(metric.result(), `seed ${seed}, step ${step}`).toBe(atOnce(metric));
      }
    }
  });
});
