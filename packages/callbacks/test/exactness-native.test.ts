import { describe, test } from "vitest";
import { exactnessContract } from "./exactness-contract.ts";
import { familiesContract } from "./families-contract.ts";
import { loadNativeBackend } from "./load-native-backend.ts";

const failure = loadNativeBackend();

if (failure === undefined) {
  exactnessContract(async () => "tensorflow");
  familiesContract(async () => "tensorflow");
} else {
  describe("values over whole passes", () => {
    test.skip(`on the native backend, which does not load here: ${failure}`, () => {});
  });
}
