import { expect, test } from "vitest";
import { assignColors } from "./assign-colors.ts";
import { runPalette } from "./run-palette.ts";

const run = (id: string, startedAt: number) => ({ id, startedAt });

test("the colour follows the order of starting, not the order in the list", () => {
  const a = run("a", 1);
  const b = run("b", 2);
  const colors = assignColors([b, a]);
  expect(colors.get("a")).toBe(runPalette[0]);
  expect(colors.get("b")).toBe(runPalette[1]);
  expect([...assignColors([a, b])]).toEqual([...colors]);
});

test("a later run does not change the colour of an earlier one", () => {
  const early = [run("z", 1), run("y", 2), run("x", 3)];
  const before = assignColors(early);
  const after = assignColors([run("a", 4), ...early]);
  for (const { id } of early) expect(after.get(id)).toBe(before.get(id));
});

test("runs started in the same millisecond are ordered by their id", () => {
  expect([...assignColors([run("b", 1), run("a", 1)]).keys()]).toEqual(["a", "b"]);
});

test("the palette starts again after its last colour", () => {
  const many = Array.from({ length: runPalette.length + 1 }, (_, index) => run(`r${index}`, index));
  expect(assignColors(many).get(`r${runPalette.length}`)).toBe(runPalette[0]);
});
