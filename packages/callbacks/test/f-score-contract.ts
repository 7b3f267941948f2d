import { expect, test } from "vitest";
import type { FBetaScore } from "../src/metrics/confusion/f-beta-score.ts";
import type { F1Score } from "../src/metrics/confusion/f1-score.ts";
import { rejectsOptions } from "./rejects-options.ts";

/** What the F scores share beyond the metric contract. */
export function fScoreContract(Class: typeof F1Score | typeof FBetaScore, key: string): void {
  test("names the score of each class", () => {
    const score = new Class({ classNames: ["cat", "dog"] });
    score.updateState(
      [0, 1, 1],
      [
        [0.9, 0.1],
        [0.8, 0.2],
        [0.3, 0.7],
      ],
    );
    const third = 2 / 3;
    expect(score.namedResults()).toEqual({
      [key]: third,
      [`${key}[cat]`]: third,
      [`${key}[dog]`]: third,
    });
    expect(() => score.updateState([0], [[0.9, 0.1, 0]])).toThrow(
      "classNames must have an entry for each of the 3 classes of the predictions. Received: 2",
    );
  });

  test("gives a class that neither occurs nor is predicted the zeroDivision, and leaves it out of a weighted mean", () => {
    for (const zeroDivision of [0, 1, Number.NaN] as const) {
      const of = (average: "macro" | "weighted") => {
        const score = new Class({ average, zeroDivision });
        score.updateState(
          [0, 1],
          [
            [0.9, 0.1, 0],
            [0.1, 0.9, 0],
          ],
        );
        return score.result();
      };
      expect(of("macro")).toBe((2 + zeroDivision) / 3);
      expect(of("weighted")).toBe(1);
    }
  });

  rejectsOptions(Class, [
    [
      { average: "mean" },
      RangeError,
      'average must be "micro", "macro", "weighted" or absent. Received: "mean"',
    ],
    [{ threshold: 0 }, RangeError, "threshold must be in (0, 1]. Received: 0"],
    [{ classNames: ["a", "a"] }, TypeError, "classNames must be a list of different names"],
    [{ zeroDivision: 2 }, RangeError, "Received: 2"],
  ]);
}
