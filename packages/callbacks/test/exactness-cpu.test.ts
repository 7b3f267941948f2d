import { exactnessContract } from "./exactness-contract.ts";

exactnessContract(async () => "cpu");
