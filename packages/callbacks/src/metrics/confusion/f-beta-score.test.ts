import { describe } from "vitest";
import { fScoreContract } from "../../../test/f-score-contract.ts";
import { classNumbers, metricContract, oneHot } from "../../../test/metric-contract.ts";
import { rejectsOptions } from "../../../test/rejects-options.ts";
import { FBetaScore } from "./f-beta-score.ts";

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

  fScoreContract(FBetaScore, "fbeta_score");
  rejectsOptions(FBetaScore, [
    [{ beta: -1 }, RangeError, "beta must be a finite number above 0. Received: -1"],
  ]);
});
