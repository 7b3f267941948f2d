import { whole } from "@epochal/testing/full";
import { describe, expect, test } from "vitest";
import { bruteForceArea, type RankedSample } from "../../test/brute-force-area.ts";
import { ExactArea } from "./exact-area.ts";

const { MAX_VALUE, MIN_VALUE } = Number;
const { POSITIVE_INFINITY: infinity } = Number;
const MOST_FLOAT = 3.4028234663852886e38;

/** Scores that a model may give when it breaks, and what lies next to them. */
const odd = [
  ...[infinity, MAX_VALUE, MOST_FLOAT, 1e300, 1e30, 65504, 1, 0.5, 1e-38, 1e-45, MIN_VALUE, 0],
  ...[0.1, 0.3, 1e-7, 1 - 1e-7, 2 ** -126, 2 ** -149],
].flatMap((score) => [score, -score]);

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Samples of both classes: scores from one of several pools, weights of 1 or of any kind. */
function samplesOf(seed: number, count: number): readonly RankedSample[] {
  const next = random(seed);
  const pools = [
    () => odd[Math.floor(next() * odd.length)] as number,
    () => Math.fround(next()),
    () => next() * 2 - 1,
    () => 0.5,
    () => (next() < 0.3 ? -infinity : Math.fround(Math.exp(200 * (next() - 0.5)))),
    () => (next() - 0.5) * 2 ** Math.floor(next() * 250 - 125),
    () => Math.fround(next() * 1e-43),
  ];
  const pool = pools[seed % pools.length] as () => number;
  const isWeighted = next() < 0.5;
  return Array.from({ length: count }, (_, i) => ({
    isPositive: i === 0 || (i !== 1 && next() < 0.4),
    score: pool(),
    weight: isWeighted && i > 1 ? Math.floor(next() * 5) / 2 : 1,
  }));
}

/** What the score becomes where the last bits of float32 numbers count as 0 in their order. */
function coarse(score: number, bits: number): number {
  if (bits === 0 || !Number.isFinite(Math.fround(score))) {
    return bits === 0 ? score : Math.fround(score);
  }
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, score);
  const place = view.getUint32(0);
  const isNegative = place >= 2 ** 31;
  const order = isNegative ? 2 ** 32 - 1 - place : place + 2 ** 31;
  const lower = Math.floor(order / 2 ** bits) * 2 ** bits;
  view.setUint32(0, lower < 2 ** 31 ? 2 ** 32 - 1 - lower : lower - 2 ** 31);
  const rounded = view.getFloat32(0);
  return Number.isFinite(rounded) ? rounded : -MOST_FLOAT;
}

describe("ExactArea is what counting at every score gives", () => {
  const seeds = Array.from({ length: whole(420) }, (_, i) => i);

  test.each(["ROC", "PR", "PRGAIN"] as const)("%s, of any scores", (curve) => {
    for (const seed of seeds) {
      const samples = samplesOf(seed, 2 + (seed % 60));
      const area = new ExactArea(curve);
      for (const { isPositive, score, weight } of samples) area.add(isPositive, score, weight);
      expect(area.area(), `seed ${seed}`).toBeCloseTo(bruteForceArea(curve, samples), 9);
    }
  });

  test.each(["ROC", "PR", "PRGAIN"] as const)(
    "%s, of more scores than there is room for",
    (curve) => {
      for (const seed of seeds) {
        const samples = samplesOf(seed, 101 + ((seed * 37) % 400));
        const [area, half] = [new ExactArea(curve, 100), new ExactArea(curve, 100)];
        const isMerged = seed % 3 === 0;
        for (const [i, { isPositive, score, weight }] of samples.entries()) {
          (isMerged && i % 2 === 0 ? half : area).add(isPositive, score, weight);
        }
        if (isMerged) area.merge(half);
        const state = area.getState() as { droppedBits: number };
        const rounded = samples.map((sample) => ({
          ...sample,
          // Of the two zeros only one is kept.
          score: coarse(sample.score + 0, state.droppedBits),
        }));
        const expected = bruteForceArea(curve, rounded);
        expect(area.area(), `seed ${seed}`).toBeCloseTo(expected, 9);
        const exact = bruteForceArea(curve, samples);
        const bound = area.errorBound();
        if (!Number.isNaN(bound)) {
          expect(Math.abs(area.area() - exact), `seed ${seed}`).toBeLessThanOrEqual(bound + 1e-9);
        }
        const resumed = new ExactArea(curve, 100);
        resumed.setState(JSON.parse(JSON.stringify(state)));
        expect(resumed.area(), `seed ${seed}`).toBeCloseTo(expected, 9);
      }
    },
  );

  test("keeps to its room whatever the scores are", () => {
    for (let seed = 0; seed < 7; seed++) {
      const area = new ExactArea("PR", 100);
      for (const { isPositive, score } of samplesOf(seed, 2000)) area.add(isPositive, score, 1);
      expect(area.counts().thresholds.length, `seed ${seed}`).toBeLessThanOrEqual(101);
    }
  });
});
