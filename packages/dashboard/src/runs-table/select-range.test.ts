import { expect, test } from "vitest";
import { selectRange } from "./select-range.ts";

const ids = ["a", "b", "c", "d", "e"];
const chosen = (set: ReadonlySet<string>) => [...set].sort().join("");

test("a row is selected, and once more it is not; others stay as they were", () => {
  const one = selectRange(new Set(["z"]), ids, "b");
  expect(chosen(one)).toBe("bz");
  expect(chosen(selectRange(one, ids, "b"))).toBe("z");
});

test("a range goes up and down from its anchor, both ends included", () => {
  expect(chosen(selectRange(new Set(["a"]), ids, "d", "b"))).toBe("abcd");
  expect(chosen(selectRange(new Set(), ids, "a", "c"))).toBe("abc");
  expect(chosen(selectRange(new Set(["c"]), ids, "c", "c"))).toBe("c");
});

test("an anchor that is gone means the row alone", () => {
  expect(chosen(selectRange(new Set(), ids, "c", "gone"))).toBe("c");
});
