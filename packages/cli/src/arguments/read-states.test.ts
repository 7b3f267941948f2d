import { expect, test } from "vitest";
import { readStates } from "./read-states.ts";

test("reads a list, spelled with dashes or underscores", () => {
  expect(readStates("failed, stopped-early,stopped_early")).toEqual([
    "failed",
    "stopped_early",
    "stopped_early",
  ]);
});

test.each(["", "crashed", "failed,", "toString"])("refuses %j and names the states", (list) => {
  expect(() => readStates(list)).toThrow(/is none of running, finished, stopped_early, failed/);
});
