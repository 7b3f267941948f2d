import { expect, test } from "vitest";
import { showRun } from "./show-run.ts";

test("says what is no element", () => {
  // Node has no elements at all.
  Object.assign(globalThis, { HTMLElement: globalThis.HTMLElement ?? class {} });
  expect(() => showRun(null)).toThrow(
    "showRun: the element must be one of the page, received null.",
  );
});
