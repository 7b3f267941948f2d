import { describe } from "vitest";
import { countContract } from "../../../test/count-contract.ts";
import { TrueNegatives } from "./true-negatives.ts";

describe("TrueNegatives", () => {
  countContract(TrueNegatives);
});
