import { describe } from "vitest";
import { countContract } from "../../../test/count-contract.ts";
import { FalsePositives } from "./false-positives.ts";

describe("FalsePositives", () => {
  countContract(FalsePositives);
});
