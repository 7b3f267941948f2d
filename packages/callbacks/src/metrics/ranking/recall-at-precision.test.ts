import { describe } from "vitest";
import { constraintContract } from "../../../test/constraint-contract.ts";
import { RecallAtPrecision } from "./recall-at-precision.ts";

describe("RecallAtPrecision", () => {
  constraintContract(RecallAtPrecision, "precision", 0.8);
});
