import { expect, it } from "vitest";
import { runMarks } from "./run-marks.ts";

const fit = (of: number, epoch: number) => ({
  at: 0,
  event: {
    type: "fit" as const,
    fit: of,
    epoch,
    initialEpoch: 0,
    model: "sequential_1",
    trainedParameters: 3,
    parameters: 3,
  },
});

it("marks where a second fit and those after it began, as long as they can be told apart", () => {
  const begun = [0, 5, 8].map((epoch, i) => fit(i, epoch));
  expect(runMarks({ events: begun, segments: [] })).toEqual([
    { kind: "fit", x: 6 },
    { kind: "fit", x: 9 },
  ]);
  const many = Array.from({ length: 40 }, (_, i) => fit(i, i));
  expect(runMarks({ events: many, segments: [] })).toEqual([]);
});
