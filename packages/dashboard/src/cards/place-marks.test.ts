import { expect, test } from "vitest";
import { placeMarks } from "./place-marks.ts";

const columns = {
  step: Float64Array.of(99, 199, 299),
  epoch: Float64Array.of(0, 1, 2),
  wallTime: Float64Array.of(1000, 2000, 4000),
};
const marks = [
  { kind: "learning_rate", x: 2, words: "learning rate cut to 0.001" },
  { kind: "saved", x: 0.5 },
] as const;
const on = (xAxis: "epoch" | "step" | "relative" | "wall") =>
  placeMarks(marks, columns, { xAxis, per: "epoch", startedAt: 400 });

test("marks stand at the values of their epochs, and say what they said", () => {
  expect(on("epoch")).toEqual(marks);
  expect(on("step")).toEqual([{ ...marks[0], x: 199 }]);
  expect(on("relative")).toEqual([{ ...marks[0], x: 1600 }]);
  expect(on("wall")).toEqual([{ ...marks[0], x: 2000 }]);
});

test("what lasted ends at the value of its last epoch", () => {
  const hidden = [{ kind: "hidden", x: 1.5, until: 3 }] as const;
  const args = { xAxis: "wall", per: "epoch", startedAt: 400 } as const;
  expect(placeMarks(hidden, columns, args)).toEqual([{ kind: "hidden", x: 1000, until: 4000 }]);
});

test("without values nothing can be placed", () => {
  const none = new Float64Array();
  const args = { xAxis: "step", per: "epoch", startedAt: 0 } as const;
  expect(placeMarks(marks, { step: none, epoch: none, wallTime: none }, args)).toEqual([]);
});
