import type { RunEvent } from "@epochal/record";
import { expect, test } from "vitest";
import { lastOutput } from "./last-output.ts";

const output = (...lines: string[]) => ({ type: "output", lines }) as const;

test("the last of several counts, and one that cannot be read does not", () => {
  const odd = { type: "output", lines: "none" } as unknown as RunEvent;
  expect(lastOutput([])).toBeUndefined();
  expect(lastOutput([odd])).toBeUndefined();
  expect(
    lastOutput([output("a"), { type: "resumed", segment: 1 } as RunEvent, output("b"), odd]),
  ).toEqual(output("b"));
});
