import { describe, expect, test } from "vitest";
import { classNumbers, metricContract, oneHot } from "../../../test/metric-contract.ts";
import { FBetaScore, type FBetaScoreArgs } from "./f-beta-score.ts";

describe("FBetaScore", () => {
  metricContract(() => new FBetaScore(), { sampleShape: [3], labels: oneHot(3) });
  metricContract(() => new FBetaScore({ average: "micro" }), {
    sampleShape: [3],
    labelShape: [],
    labels: classNumbers(3),
  });
  metricContract(() => new FBetaScore({ average: "macro", beta: 2 }), {
    sampleShape: [3],
    labels: oneHot(3),
  });
  metricContract(() => new FBetaScore({ average: "weighted", threshold: 0.3 }), {
    sampleShape: [3],
  });
  metricContract(() => new FBetaScore({ average: "macro" }));

  test("names the score of each class", () => {
    const score = new FBetaScore({ classNames: ["cat", "dog"] });
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
      fbeta_score: third,
      "fbeta_score[cat]": third,
      "fbeta_score[dog]": third,
    });
    expect(() => score.updateState([0], [[0.9, 0.1, 0]])).toThrow(
      "classNames must be as many as the 3 classes of the predictions. Received: 2",
    );
  });

  test("gives a class that neither occurs nor is predicted the zeroDivision, and leaves it out of a weighted mean", () => {
    for (const zeroDivision of [0, 1, Number.NaN] as const) {
      const of = (average: "macro" | "weighted") => {
        const score = new FBetaScore({ average, zeroDivision });
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

  test.each([
    [
      { average: "mean" },
      RangeError,
      'average must be "micro", "macro", "weighted" or absent. Received: "mean"',
    ],
    [{ threshold: 0 }, RangeError, "threshold must be in (0, 1]. Received: 0"],
    [{ classNames: ["a", "a"] }, TypeError, "classNames must be a list of different names"],
    [{ zeroDivision: 2 }, RangeError, "Received: 2"],
    [{ beta: -1 }, RangeError, "beta must be a finite number above 0. Received: -1"],
  ])("rejects %j", (args, type, message) => {
    const create = () => new FBetaScore(args as unknown as FBetaScoreArgs);
    expect(create).toThrow(type);
    expect(create).toThrow(message);
  });
});
