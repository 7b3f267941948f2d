import "@tensorflow/tfjs-backend-wasm";
import { exactnessContract } from "./exactness-contract.ts";

exactnessContract(async () => "wasm");
