import { describe, expect, test } from "vitest";
import { mergeRuns, sortRun, weightOfFirst } from "./sorted-run.ts";

describe("sortRun", () => {
  test("sorts by number, and leaves its input as it is", () => {
    const scores = new Float64Array([10, 9, -1, 0.5]);
    const run = sortRun(scores, undefined);
    expect([...run.scores]).toEqual([-1, 0.5, 9, 10]);
    expect(weightOfFirst(run, 3)).toBe(3);
    expect([...scores]).toEqual([10, 9, -1, 0.5]);
  });

  test("carries the weights along", () => {
    const run = sortRun(new Float64Array([3, 1, 2]), new Float64Array([30, 10, 20]));
    expect([...run.scores]).toEqual([1, 2, 3]);
    expect([0, 1, 2, 3].map((count) => weightOfFirst(run, count))).toEqual([0, 10, 30, 60]);
  });
});

describe("mergeRuns", () => {
  test("merges a weighted run with one whose weights are all 1", () => {
    const weighted = sortRun(new Float64Array([1, 4]), new Float64Array([5, 7]));
    const plain = sortRun(new Float64Array([2, 4, Number.POSITIVE_INFINITY]), undefined);
    const merged = mergeRuns(weighted, plain);
    expect([...merged.scores]).toEqual([1, 2, 4, 4, Number.POSITIVE_INFINITY]);
    expect([...(merged.weightOfFirst ?? [])]).toEqual([0, 5, 6, 13, 14, 15]);
    expect([...mergeRuns(plain, weighted).scores]).toEqual([...merged.scores]);
  });

  test("returns the other run where one is empty", () => {
    const run = sortRun(new Float64Array([1]), undefined);
    const empty = sortRun(new Float64Array(0), undefined);
    expect(mergeRuns(run, empty)).toBe(run);
    expect(mergeRuns(empty, run)).toBe(run);
  });
});
