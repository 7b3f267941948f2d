import { expect, test } from "vitest";
import { decodeRuns, encodeRuns, type ProjectData } from "./run-json.ts";

const value = (of: number) => ({ value: of, step: 3, epoch: 3 });

test("values that are not finite survive JSON", () => {
  const data: ProjectData = {
    project: "birds",
    revision: 7,
    total: 1,
    runs: [
      {
        id: "a",
        project: "birds",
        place: 0,
        name: "first",
        config: { note: "NaN" },
        tags: [],
        notes: "",
        status: { state: "finished", lastSeenAt: 5 },
        startedAt: 1,
        durationMs: 4,
        resumed: 0,
        segments: [],
        requests: [],
        conclusions: {
          disagreements: [],
          regrets: [
            { key: "val_loss", best: value(1), last: value(1), kept: value(1), regret: NaN },
          ],
        },
        host: "here",
        events: [],
        series: [
          {
            key: "val_loss",
            metric: "loss",
            split: "validation",
            kind: "loss",
            per: "epoch",
            direction: "min",
            count: 4,
            nonFinite: 2,
            first: value(Number.POSITIVE_INFINITY),
            last: value(Number.NaN),
            best: value(0.25),
          },
        ],
      },
    ],
  };
  expect(decodeRuns(encodeRuns(data))).toEqual(data);
});
