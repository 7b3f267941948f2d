import { expect, test } from "vitest";
import { insertCompletion } from "./insert-completion.ts";

test.each([
  ["un", 0, 2, "units", "param", "units |"],
  ["units ", 6, 6, "=", "operator", "units = |"],
  ["units = 3", 8, 9, "32", "value", "units = 32 |"],
  ["sta", 0, 3, "status", "field", "status:|"],
  ["status:ru", 7, 9, "running", "value", "status:running |"],
  ["star", 0, 4, "started", "field", "started |"],
  ["val units = 3", 0, 3, "val_auc", "metric", "val_auc |units = 3"],
  ["a ", 2, 2, "(", "word", "a (|"],
  ["ta:x", 0, 2, "tag", "field", "tag:|x"],
] as const)("%j takes %s", (text, from, caret, word, kind, wanted) => {
  const inserted = insertCompletion(text, from, caret, { text: word, kind });
  const shown = `${inserted.text.slice(0, inserted.caret)}|${inserted.text.slice(inserted.caret)}`;
  expect(shown).toBe(wanted);
});
