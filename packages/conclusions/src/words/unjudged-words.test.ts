import { expect, test } from "vitest";
import { unjudgedWords } from "./unjudged-words.ts";

test.each([
  [{ count: 0, isRunning: false, hasBatches: false }, "No runs yet."],
  [{ count: 2, isRunning: true, hasBatches: true }, "Waiting for the first epoch."],
  [
    { count: 3, isRunning: false, hasBatches: true },
    "3 runs recorded values of batches only: no epoch is best.",
  ],
  [
    { count: 1, isRunning: false, hasBatches: true },
    "The run recorded values of batches only: no epoch is best.",
  ],
  [
    { count: 1200, isRunning: false, hasBatches: false },
    "No run has a finite value to judge it by.",
  ],
])("of %j it is said why none is best", (runs, words) => {
  expect(unjudgedWords(runs)).toBe(words);
});
