import { describe } from "vitest";
import { countContract } from "../../../test/count-contract.ts";
import { FalseNegatives } from "./false-negatives.ts";

describe("FalseNegatives", () => {
  countContract(FalseNegatives);
});
