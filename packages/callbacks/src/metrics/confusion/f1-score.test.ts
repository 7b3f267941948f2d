import { describe } from "vitest";
import { fScoreContract } from "../../../test/f-score-contract.ts";
import { classNumbers, metricContract, oneHot } from "../../../test/metric-contract.ts";
import { F1Score } from "./f1-score.ts";

describe("F1Score", () => {
  metricContract(() => new F1Score(), { sampleShape: [3], labels: oneHot(3) });
  metricContract(() => new F1Score({ average: "micro" }), {
    sampleShape: [3],
    labelShape: [],
    labels: classNumbers(3),
  });
  metricContract(() => new F1Score({ average: "macro" }), { sampleShape: [3], labels: oneHot(3) });
  metricContract(() => new F1Score({ average: "weighted", threshold: 0.3 }), { sampleShape: [3] });
  metricContract(() => new F1Score({ average: "macro" }));

  fScoreContract(F1Score, "f1_score");
});
