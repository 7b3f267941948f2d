import { describe, expect, test } from "vitest";
import { SortedScores } from "./sorted-scores.ts";

function added(count: number, batch: number): SortedScores {
  const scores = new SortedScores();
  for (let i = 0; i < count; i++) {
    scores.add((i * 7919) % count, 1);
    if ((i + 1) % batch === 0) scores.push(scores.takeNew());
  }
  return scores;
}

describe("SortedScores", () => {
  test("keeps few runs however many batches there were", () => {
    const scores = added(3200, 32);
    expect(scores.weight).toBe(3200);
    expect(scores.runs.reduce((sum, run) => sum + run.scores.length, 0)).toBe(3200);
    expect(scores.runs.length).toBeLessThanOrEqual(7);
  });

  test("gives all scores in order, those not yet pushed among them", () => {
    const scores = added(1009, 100);
    expect([...scores.all().scores]).toEqual(Array.from({ length: 1009 }, (_, i) => i));
    expect(scores.runs).toHaveLength(1);
    expect(scores.takeNew().scores).toHaveLength(0);
  });

  test("weighs scores from the first weight other than 1 on", () => {
    const scores = new SortedScores();
    scores.add(2, 1);
    scores.push(scores.takeNew());
    scores.add(1, 0.5);
    scores.push(scores.takeNew());
    expect(scores.weight).toBe(1.5);
    expect([...(scores.all().weightOfFirst ?? [])]).toEqual([0, 0.5, 1.5]);
  });
});
