import { formatDuration, formatMoment } from "@epochal/conclusions";
import { expect, test } from "vitest";
import { parsePlace } from "./parse-place.ts";

test.each([
  ["12", "epoch", 12],
  ["epoch 3.5", "epoch", 3.5],
  ["1,200", "step", 1200],
  ["90", "relative", 90_000],
  ["1:30", "relative", 90_000],
  ["1:20:00", "relative", 4_800_000],
  ["1 h 20 min", "relative", 4_800_000],
  ["4.2 s", "relative", 4200],
] as const)("%j on an axis of %s", (text, axis, place) => {
  expect(parsePlace(text, axis)).toBe(place);
});

test("what the page shows is understood", () => {
  for (const ms of [0, 4200, 72_000, 4_800_000, 90_000_000]) {
    expect(parsePlace(formatDuration(ms), "relative")).toBe(ms);
  }
  const at = new Date(2026, 4, 1, 9, 30, 7).getTime();
  expect(parsePlace(formatMoment(at), "wall")).toBe(at);
});

test.each([
  ["", "epoch"],
  ["a", "step"],
  ["5 bananas", "relative"],
  ["1 h and more", "relative"],
  ["yesterday", "wall"],
] as const)("%j is no place on an axis of %s", (text, axis) => {
  expect(parsePlace(text, axis)).toBeNaN();
});
