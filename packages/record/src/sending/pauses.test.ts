import { expect, test } from "vitest";
import { Pauses } from "./pauses.ts";

test("pauses grow to the longest one, each by chance a half shorter or longer", () => {
  for (const random of [() => 0, () => 0.5, () => 0.999]) {
    const pauses = new Pauses({ random });
    const by = 0.5 + random();
    const taken = Array.from({ length: 9 }, () => pauses.next() / by);
    expect(taken.map(Math.round)).toEqual([
      500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000,
    ]);
    pauses.reset();
    expect(Math.round(pauses.next() / by)).toBe(500);
  }
});

test("a pause is never shorter than what the server has asked for", () => {
  const pauses = new Pauses({ random: () => 0 });
  expect(pauses.next(7_000)).toBe(7_000);
  expect(pauses.next()).toBe(500);
});
