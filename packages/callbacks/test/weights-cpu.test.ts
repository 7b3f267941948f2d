import { momentsContract } from "./moments-contract.ts";
import { weightsContract } from "./weights-contract.ts";

weightsContract(async () => "cpu");
momentsContract(async () => "cpu");
