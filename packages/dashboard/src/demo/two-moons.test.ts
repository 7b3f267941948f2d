import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

test("the demo trains on the moons of the example, which has a file of its own to stand alone", () => {
  const example = path.join(import.meta.dirname, "../../../../examples/browser/two-moons.ts");
  const own = path.join(import.meta.dirname, "two-moons.ts");
  expect(readFileSync(own, "utf8")).toBe(readFileSync(example, "utf8"));
});
