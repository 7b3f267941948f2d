import "@tensorflow/tfjs-backend-wasm";
import { momentsContract } from "./moments-contract.ts";
import { weightsContract } from "./weights-contract.ts";

weightsContract(async () => "wasm");
momentsContract(async () => "wasm");
