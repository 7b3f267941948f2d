import { parseQuery } from "@epochal/store/query";
import { seededRandom } from "@epochal/testing/random";
import { expect, test } from "vitest";
import { filterParts, hasPart, togglePart } from "./filter-parts.ts";

const conditions = [
  "units = 32",
  "val_auc > 0.9",
  "status:running",
  "not tag:baseline",
  '"night sweep"',
  "(units = 32 or units = 64)",
  "started = 2026-11-01",
  'optimizer.name = "32"',
];
const seed = Number(process.env.EPOCHAL_SEED ?? Date.now() % 1_000_000);

test(`a condition that is put in is there, and taken out it is gone, with seed ${seed}`, () => {
  const random = seededRandom(seed);
  for (let round = 0; round < 200; round++) {
    const chosen = conditions.filter(() => random() < 0.5);
    const part = conditions[Math.floor(random() * conditions.length)] ?? "";
    const where = chosen.join(random() < 0.5 ? " " : " and ");
    const toggled = togglePart(where, part);
    expect(hasPart(where, part)).toBe(chosen.includes(part));
    expect(hasPart(toggled, part)).toBe(!chosen.includes(part));
    expect(filterParts(toggled)).toHaveLength(chosen.length + (chosen.includes(part) ? -1 : 1));
    for (const other of chosen.filter((one) => one !== part)) {
      expect(hasPart(toggled, other), `${where} / ${part}`).toBe(true);
    }
    expect(() => parseQuery(toggled)).not.toThrow();
  }
});

test("an or is one condition, and what is no query has none", () => {
  expect(filterParts("a or b")).toEqual([{ text: "a or b", without: "" }]);
  expect(filterParts("units =")).toBeUndefined();
  expect(togglePart("a or b", "status:running")).toBe("(a or b) status:running");
  expect(togglePart("units =", "status:running")).toBe("status:running");
});
