import { describe } from "vitest";
import { countContract } from "../../../test/count-contract.ts";
import { TruePositives } from "./true-positives.ts";

describe("TruePositives", () => {
  countContract(TruePositives);
});
