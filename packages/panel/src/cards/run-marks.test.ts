import { expect, it } from "vitest";
import { runMarks } from "./run-marks.ts";

const fit = (of: number, epoch: number) => ({
  type: "fit" as const,
  fit: of,
  epoch,
  initialEpoch: 0,
  model: "sequential_1",
  trainedParameters: 3,
  parameters: 3,
});

it("marks where a second fit and those after it began, of many the last twelve", () => {
  const begun = [0, 5, 8].map((epoch, i) => fit(i, epoch));
  expect(runMarks({ events: begun, segments: [] })).toEqual([
    { kind: "fit", x: 6, words: "fit 2 began" },
    { kind: "fit", x: 9, words: "fit 3 began" },
  ]);
  const many = Array.from({ length: 40 }, (_, i) => fit(i, i));
  const marked = runMarks({ events: many, segments: [] });
  expect(marked.map(({ x }) => x)).toEqual(Array.from({ length: 12 }, (_, i) => 29 + i));
  expect(marked[0]?.words).toBe("fit 29 began (12 of 39 are marked)");
});

it("marks the largest of many cuts, where they stand, and says of how many", () => {
  // Every third is by ten, the others by two.
  const cuts = Array.from({ length: 30 }, (_, epoch) => ({
    type: "learning_rate" as const,
    ...{ epoch, from: 1, to: epoch % 3 === 0 ? 0.1 : 0.5, reason: "schedule" },
  }));
  const marked = runMarks({ events: cuts, segments: [] });
  expect(marked).toHaveLength(12);
  const large = marked.filter(({ words }) => words?.includes("cut to 0.1"));
  expect(large.map(({ x }) => x)).toEqual(Array.from({ length: 10 }, (_, i) => 3 * i + 1));
  expect(large[0]?.words).toBe("learning rate cut to 0.1 (12 of 30 are marked)");
});

it("shades where the page was hidden, from the first epoch on where it was hidden before", () => {
  const hidden = { type: "hidden" as const, seconds: 90 };
  expect(
    runMarks({
      events: [
        { ...hidden, from: 1.5, until: 4 },
        { ...hidden, until: 1 },
      ],
      segments: [],
    }),
  ).toEqual([
    { kind: "hidden", x: 1.5, until: 4, words: "page hidden for 1 min 30 s" },
    { kind: "hidden", x: 0, until: 1, words: "page hidden for 1 min 30 s" },
  ]);
  // Nothing was trained meanwhile.
  expect(runMarks({ events: [hidden], segments: [] })).toEqual([]);
});

it("says the value to which a learning rate was cut", () => {
  const cut = {
    type: "learning_rate" as const,
    epoch: 4,
    from: 0.01,
    to: 0.001,
    reason: "plateau",
  };
  expect(runMarks({ events: [cut], segments: [] })).toEqual([
    { kind: "learning_rate", x: 5, words: "learning rate cut to 0.001" },
  ]);
});

it("tells all that happened in one epoch", () => {
  const cuts = [0.1, 0.05, 0.02, 0.01, 0.005].map((from, i, all) => ({
    type: "learning_rate" as const,
    epoch: 4,
    from,
    to: all[i + 1] ?? 0.001,
    reason: "schedule",
  }));
  const saved = ["val_loss", "val_auc"].map((monitor) => ({
    type: "checkpoint" as const,
    ...{ epoch: 4, monitor, value: 0.5, path: "model.json" },
  }));
  const words = (events: Parameters<typeof runMarks>[0]["events"]) =>
    runMarks({ events, segments: [] }).map(({ x, words }) => [x, words]);
  expect(words([...cuts.slice(0, 2), ...saved])).toEqual([
    [5, "learning rate cut to 0.05; learning rate cut to 0.02"],
    [5, "saved, val_loss 0.5000; saved, val_auc 0.5000"],
  ]);
  expect(words(cuts)).toEqual([
    [
      5,
      "learning rate cut to 0.05; learning rate cut to 0.02; learning rate cut to 0.01 and 2 more",
    ],
  ]);
});
