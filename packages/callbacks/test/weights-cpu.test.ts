import { weightsContract } from "./weights-contract.ts";

weightsContract(async () => "cpu");
