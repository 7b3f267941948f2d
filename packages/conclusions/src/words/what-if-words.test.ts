import { expect, test } from "vitest";
import { placeWords } from "./place-words.ts";
import { whatIfWords } from "./what-if-words.ts";

test("what another patience had done is told by people's count", () => {
  const best = { best: 0.9, bestEpoch: 6 };
  expect(whatIfWords({ patience: 5, stopsAfter: 11, dataEnd: 11, ...best })).toBe(
    "it would have stopped after epoch 12, best 0.9000 in epoch 7.",
  );
  expect(whatIfWords({ patience: 10, dataEnd: 11, wait: 5, ...best })).toBe(
    "it would not have stopped by epoch 12, where the data end: 5 of 10 epochs without improvement, best 0.9000 in epoch 7.",
  );
});

test("a value is told with its epoch, or with its step as it was logged", () => {
  expect(placeWords({ epoch: 0, step: 4 })).toBe("epoch 1");
  expect(placeWords({ step: 4 })).toBe("step 4");
  expect(placeWords({ epoch: 1.5, step: 4 }, "batch")).toBe("epoch 2");
});
