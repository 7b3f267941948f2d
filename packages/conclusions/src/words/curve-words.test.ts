import { expect, test } from "vitest";
import { crossingWords } from "./crossing-words.ts";
import { curveWords } from "./curve-words.ts";

const curve = {
  name: "wide",
  first: 0.7,
  last: 0.25,
  lowest: { value: 0.23, place: "epoch 22" },
  highest: { value: 0.7, place: "epoch 1" },
};

test.each([
  [{ direction: "min" }, "wide falls from 0.7000 to 0.2500, best 0.2300 at epoch 22"],
  [
    { direction: "max", first: 0.25, last: 0.7 },
    "wide rises from 0.2500 to 0.7000, best 0.7000 at epoch 1",
  ],
  [{}, "wide falls from 0.7000 to 0.2500, between 0.2300 at epoch 22 and 0.7000 at epoch 1"],
  [{ direction: "min", last: 0.701 }, "wide stays near 0.7010, best 0.2300 at epoch 22"],
  [
    { direction: "min", broken: { place: "epoch 9", count: 7, isLasting: true } },
    "wide falls from 0.7000 to 0.2500, best 0.2300 at epoch 22, not finite from epoch 9 on",
  ],
  [
    { direction: "min", broken: { place: "epoch 9", count: 1, isLasting: false } },
    "wide falls from 0.7000 to 0.2500, best 0.2300 at epoch 22, not finite at epoch 9",
  ],
  [
    { direction: "min", broken: { place: "epoch 9", count: 1200, isLasting: false } },
    "wide falls from 0.7000 to 0.2500, best 0.2300 at epoch 22, not finite 1,200 times, first at epoch 9",
  ],
  [
    {
      direction: "min",
      of: "means",
      lowest: { value: 0.1, place: "epoch 3.2", isNear: true },
    },
    "wide falls in the mean from 0.7000 to 0.2500, best 0.1000 near epoch 3.2",
  ],
  [
    { direction: "min", of: "runs" },
    "wide falls in the mean from 0.7000 to 0.2500, best mean 0.2300 at epoch 22",
  ],
] as const)("a curve with %j is told", (more, words) => {
  expect(curveWords({ ...curve, ...more })).toBe(words);
});

test("equal values stay where they are", () => {
  const same = { value: 1, place: "epoch 1" };
  const flat = { ...curve, first: 1, last: 1, lowest: same, highest: same };
  expect(curveWords({ ...flat, direction: "max" })).toBe("wide stays near 1, best 1 at epoch 1");
});

test("curves that cross are told once, with the last place", () => {
  const facts = { above: "wide", below: "narrow", place: "epoch 7" };
  expect(crossingWords({ ...facts, times: 1 })).toBe("wide goes above narrow at epoch 7");
  expect(crossingWords({ ...facts, times: 5 })).toBe(
    "wide and narrow cross 5 times, wide is above from epoch 7 on",
  );
});
