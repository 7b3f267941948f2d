import { expect, test } from "vitest";
import { isShown, toggled } from "./visibility.ts";

const ids = ["a", "b", "c"];
const all = { hide: [], only: [] };
const shown = (visibility: Parameters<typeof isShown>[0]) =>
  ids.filter((id) => isShown(visibility, id));

test("all runs are shown until one is hidden, and again when it is shown", () => {
  expect(shown(all)).toEqual(ids);
  const without = toggled(all, "b");
  expect(shown(without)).toEqual(["a", "c"]);
  expect(toggled(without, "b")).toEqual(all);
});

test("a list of the only runs shown can grow and shrink", () => {
  const one = { hide: [], only: ["a"] };
  expect(shown(one)).toEqual(["a"]);
  const two = toggled(one, "c");
  expect(shown(two)).toEqual(["a", "c"]);
  expect(shown(toggled(two, "a"))).toEqual(["c"]);
});

test("hiding the only run shown hides all", () => {
  const none = toggled({ hide: [], only: ["a"] }, "a");
  expect(shown(none)).toEqual([]);
  expect(shown(toggled(none, "b"))).toEqual(["b"]);
});
