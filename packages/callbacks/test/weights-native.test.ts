import { describe, test } from "vitest";
import { loadNativeBackend } from "./load-native-backend.ts";
import { momentsContract } from "./moments-contract.ts";
import { weightsContract } from "./weights-contract.ts";

const failure = loadNativeBackend();

if (failure === undefined) {
  weightsContract(async () => "tensorflow");
  momentsContract(async () => "tensorflow");
} else {
  describe("weights through freeze and unfreeze", () => {
    test.skip(`on the native backend, which does not load here: ${failure}`, () => {});
  });
}
