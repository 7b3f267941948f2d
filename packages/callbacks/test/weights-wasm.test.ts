import "@tensorflow/tfjs-backend-wasm";
import { weightsContract } from "./weights-contract.ts";

weightsContract(async () => "wasm");
