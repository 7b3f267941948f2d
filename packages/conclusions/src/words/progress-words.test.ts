import { expect, test } from "vitest";
import { progressWords } from "./progress-words.ts";

test.each([
  [{}, "in its first epoch"],
  [{ reached: { done: 0 } }, "in its first epoch"],
  [{ reached: { done: 1 } }, "1 epoch"],
  [{ epochs: 12 }, "0 of 12 epochs"],
  [{ reached: { done: 7 }, epochs: 12 }, "7 of 12 epochs"],
  // It was told to train longer than it had said.
  [{ reached: { done: 13 }, epochs: 12 }, "13 epochs"],
])("%j reads %s", (facts, words) => {
  expect(progressWords(facts)).toBe(words);
});
