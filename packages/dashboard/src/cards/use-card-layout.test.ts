import { expect, test } from "vitest";
import { readCardLayout } from "./use-card-layout.ts";

test("a layout that was kept is read, each pinned card once", () => {
  expect(
    readCardLayout({ size: "large", pinned: ["a", "b", "a"], folded: { batch: true, odd: 3 } }),
  ).toEqual({ size: "large", pinned: ["a", "b"], folded: { batch: true } });
});

test.each([
  null,
  3,
  {},
  { size: "huge", pinned: [], folded: {} },
  { size: "small", pinned: [1], folded: {} },
])("%j is no layout", (kept) => {
  expect(readCardLayout(kept)).toBeUndefined();
});
