import { expect, test } from "vitest";
import { marksNear } from "./marks-near.ts";

const picture = {
  x: { min: 1, max: 31 },
  xAxis: "epoch",
  marks: [
    { kind: "stop", x: 30 },
    { kind: "learning_rate", x: 12, words: "learning rate cut to 0.001" },
    { kind: "saved", x: 12 },
  ],
  best: { run: "a", x: 7, y: 0.5, label: "0.5000 · epoch 7" },
  lines: [
    {
      run: "a",
      split: "train",
      x: [],
      y: [],
      broken: [
        { x: 20, value: Number.NaN },
        { x: 21, value: Number.NaN },
        { x: 21, value: Infinity },
      ],
      drawn: 0,
      stored: 0,
    },
  ],
} as const;

test.each([
  [12, ["▼ learning rate cut to 0.001, epoch 12", "◆ saved, epoch 12"]],
  [30, ["■ stopped, epoch 30"]],
  [7, ["best: 0.5000 · epoch 7"]],
  [20, ["NaN, epoch 20, the first"]],
  [21, ["NaN, epoch 21", "∞, epoch 21, the first"]],
  [12.2, ["▼ learning rate cut to 0.001, epoch 12", "◆ saved, epoch 12"]],
  [13, []],
] as const)("at %d the marks say %j", (x, words) => {
  expect(marksNear(picture, x)).toEqual(words);
});

test("where there are several runs, it is said whose they are", () => {
  const [line] = picture.lines;
  const at = (run: string, ...places: number[]) => ({
    ...{ ...line, run },
    broken: places.map((x) => ({ x, value: Number.NaN })),
  });
  const names = new Map(["a", "b", "c"].map((id) => [id, `run ${id}`]));
  const several = { ...picture, lines: [at("a", 20, 25), at("b", 25), at("c", 30)] };
  expect(marksNear(several, 7, names)).toEqual(["best: 0.5000 · epoch 7 · run a"]);
  expect(marksNear(several, 20, names)).toEqual(["NaN of run a, epoch 20, the first"]);
  expect(marksNear(several, 25, names)).toEqual(["NaN of 2 runs, epoch 25, the first"]);
});
