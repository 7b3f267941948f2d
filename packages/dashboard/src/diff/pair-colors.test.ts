import { expect, test } from "vitest";
import { colorDistance } from "../colors/color-distance.ts";
import { ownColor } from "../colors/own-color.ts";
import { pairColors } from "./pair-colors.ts";

const runs = Array.from({ length: 40 }, (_, n) => ({ id: `run ${n}`, startedAt: n }));

test("two runs are told apart at once in either theme, and the first keeps its colour", () => {
  for (const a of runs)
    for (const b of runs.filter(({ startedAt }) => startedAt > a.startedAt)) {
      const [one, other] = pairColors(a, b);
      expect(one).toEqual(ownColor(a.id));
      for (const theme of ["light", "dark"] as const)
        expect(colorDistance(one[theme], other[theme])).toBeGreaterThanOrEqual(0.2);
    }
});

test("colours that differ much are those that the runs have elsewhere", () => {
  const kept = runs.filter((b) => pairColors(runs[0] ?? b, b)[1] === ownColor(b.id));
  expect(kept.length).toBeGreaterThan(runs.length / 3);
});
