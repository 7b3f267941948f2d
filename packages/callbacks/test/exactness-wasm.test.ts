import "@tensorflow/tfjs-backend-wasm";
import { exactnessContract } from "./exactness-contract.ts";
import { familiesContract } from "./families-contract.ts";

exactnessContract(async () => "wasm");
familiesContract(async () => "wasm");
