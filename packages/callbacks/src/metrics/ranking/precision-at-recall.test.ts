import { describe } from "vitest";
import { constraintContract } from "../../../test/constraint-contract.ts";
import { PrecisionAtRecall } from "./precision-at-recall.ts";

describe("PrecisionAtRecall", () => {
  constraintContract(PrecisionAtRecall, "recall", 0.6);
});
