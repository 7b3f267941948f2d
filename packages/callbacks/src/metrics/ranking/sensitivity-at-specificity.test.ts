import { describe } from "vitest";
import { constraintContract } from "../../../test/constraint-contract.ts";
import { SensitivityAtSpecificity } from "./sensitivity-at-specificity.ts";

describe("SensitivityAtSpecificity", () => {
  constraintContract(SensitivityAtSpecificity, "specificity", 0.6);
});
