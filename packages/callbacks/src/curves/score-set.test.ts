import { describe, expect, test } from "vitest";
import { ScoreSet } from "./score-set.ts";
import { weightOfFirst } from "./sorted-scores.ts";

function filled(set: ScoreSet, count: number, scoreOf: (i: number) => number): ScoreSet {
  for (let i = 0; i < count; i++) set.add(i % 3 === 0, scoreOf(i), 1);
  return set;
}
const spread = (i: number) => ((i * 7919) % 10007) / 10007;
const total = (set: ScoreSet) => {
  const { positives, negatives } = set.sorted();
  return [positives, negatives].map((side) => weightOfFirst(side, side.scores.length));
};

describe("ScoreSet", () => {
  test("sorts each side, as float32 numbers while all scores are", () => {
    const set = new ScoreSet();
    for (const score of [0.5, -1, 0.25, -0, 0]) set.add(true, score, 1);
    set.add(false, 2, 1);
    expect(set.sorted().positives.scores).toEqual(Float32Array.of(-1, 0, 0, 0.25, 0.5));
    set.add(false, 0.1, 1);
    expect(set.sorted().positives.scores).toEqual(Float64Array.of(-1, 0, 0, 0.25, 0.5));
    expect(set.sorted().negatives.scores).toEqual(Float64Array.of(0.1, 2));
  });

  test("sorts many scores as a comparison does, weights with them", () => {
    for (const isWeighted of [false, true]) {
      const set = new ScoreSet();
      const scores = Array.from({ length: 20_000 }, (_, i) => Math.fround(spread(i) * 2 - 1));
      for (const [i, score] of scores.entries()) set.add(true, score, isWeighted ? 1 + (i % 2) : 1);
      const { positives } = set.sorted();
      expect([...positives.scores]).toEqual([...scores].sort((a, b) => a - b));
      expect(weightOfFirst(positives, 20_000)).toBe(isWeighted ? 30_000 : 20_000);
    }
  });

  test("keeps to its bound, with all weight, and says that it is no longer exact", () => {
    const set = filled(new ScoreSet(1000), 20_000, spread);
    const { positives, negatives } = set.sorted();
    expect(positives.scores.length + negatives.scores.length).toBeLessThanOrEqual(1000);
    expect(total(set)).toEqual([6667, 13_333]);
    expect([set.isExact, set.isMerged, set.isWeighted]).toEqual([false, true, false]);
  });

  test("stays exact at its bound where scores repeat", () => {
    const set = filled(new ScoreSet(1000), 20_000, (i) => (i % 50) / 64);
    expect(total(set)).toEqual([6667, 13_333]);
    expect([set.isExact, set.isMerged]).toEqual([true, true]);
  });

  test("merges sets of different precision", () => {
    const [coarse, fine] = [
      filled(new ScoreSet(1000), 20_000, spread),
      filled(new ScoreSet(1000), 500, spread),
    ];
    fine.merge(coarse);
    expect(total(fine)).toEqual([6667 + 167, 13_333 + 333]);
    expect(fine.isExact).toBe(false);
  });

  test.each([
    null,
    {},
    { droppedBits: 0, positives: {}, negatives: {} },
    {
      droppedBits: 0,
      positives: { type: "float32", scores: "AAA=" },
      negatives: { type: "float32", scores: "" },
    },
    {
      droppedBits: 0,
      positives: { type: "float32", scores: "AACAPw==", weights: "AACAPw==" },
      negatives: { type: "float32", scores: "" },
    },
    {
      droppedBits: 99,
      positives: { type: "float32", scores: "" },
      negatives: { type: "float32", scores: "" },
    },
    {
      droppedBits: 0,
      positives: { type: "float32", scores: "AADAfw==" },
      negatives: { type: "float32", scores: "" },
    },
  ])("refuses the state %j", (state) => {
    expect(() => new ScoreSet().setState(state)).toThrow(TypeError);
  });
});
