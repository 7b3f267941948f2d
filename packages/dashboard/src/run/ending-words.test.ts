import { expect, test } from "vitest";
import { endingWords } from "./ending-words.ts";

test.each([
  [{ state: "killed", reason: "its process is gone" }, "Killed: its process is gone."],
  [{ state: "failed", reason: "Error: no data!" }, "Failed: Error: no data!"],
  [{ state: "finished", reason: "after 3 epochs" }, "after 3 epochs."],
  [{ state: "running" }, ""],
  [{ state: "interrupted", reason: "" }, ""],
] as const)("%o reads %s", (status, text) => {
  expect(endingWords(status)).toBe(text);
});
