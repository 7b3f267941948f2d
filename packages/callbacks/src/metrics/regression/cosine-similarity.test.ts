import { describe, expect, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { rejectsOptions } from "../../../test/rejects-options.ts";
import { CosineSimilarity } from "./cosine-similarity.ts";

describe("CosineSimilarity", () => {
  metricContract(() => new CosineSimilarity(), { sampleShape: [3] });
  metricContract(() => new CosineSimilarity({ axis: 1 }), { sampleShape: [2, 3] });

  test("of a zero vector is 0", () => {
    const metric = new CosineSimilarity();
    metric.updateState([[0, 0]], [[1, 2]]);
    expect(metric.result()).toBeCloseTo(0, 12);
  });

  rejectsOptions(CosineSimilarity, [[{ axis: "last" }, RangeError, 'Received: "last"']]);
});
