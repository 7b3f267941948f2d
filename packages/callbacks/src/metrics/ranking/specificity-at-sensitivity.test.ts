import { describe } from "vitest";
import { constraintContract } from "../../../test/constraint-contract.ts";
import { SpecificityAtSensitivity } from "./specificity-at-sensitivity.ts";

describe("SpecificityAtSensitivity", () => {
  constraintContract(SpecificityAtSensitivity, "sensitivity", 0.6);
});
