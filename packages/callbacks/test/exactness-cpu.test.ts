import { exactnessContract } from "./exactness-contract.ts";
import { familiesContract } from "./families-contract.ts";

exactnessContract(async () => "cpu");
familiesContract(async () => "cpu");
