import { soundEvent } from "@epochal/conclusions";
import { garbled, sampleEvents } from "@epochal/testing/sample-events";
import { expect, test } from "vitest";
import { runMarks } from "../cards/run-marks.ts";
import { ShownRun } from "./shown-run.ts";

test.each(Object.values(sampleEvents).map((event) => [event.type, event] as const))(
  "a run is shown whatever of an event %s is missing or odd",
  (_, event) => {
    for (const odd of [event, ...garbled(event)]) {
      const shown = new ShownRun();
      for (let epoch = 0; epoch < 3; epoch++) shown.log({ loss: 1, val_loss: 2 }, { epoch });
      shown.event(odd as never);
      const { headline, remarks } = shown.kept.words();
      expect(headline, JSON.stringify(odd)).toContain("Best: val_loss 2");
      expect(remarks.join(" "), JSON.stringify(odd)).not.toMatch(/undefined|\[object/);
      const events = shown.kept.events.map((recorded) => soundEvent(recorded.event));
      expect(Array.isArray(runMarks({ events, segments: [{ segment: 0 }] }))).toBe(true);
    }
  },
);

test("what is no value, no position or no description is not kept, and throws nothing", () => {
  const shown = new ShownRun();
  let told = 0;
  shown.subscribe(() => {
    told++;
  });
  for (const odd of [
    undefined,
    null,
    [1],
    "text",
    { loss: "1", auc: null },
    { ["k".repeat(5000)]: 1 },
  ])
    shown.log(odd as never, { epoch: 0 });
  shown.log({ loss: 1 }, { step: -1 });
  shown.describe({ loss: { metric: 3 } as never });
  for (const odd of [undefined, null, {}, { type: 3 }]) shown.event(odd as never);
  expect(shown.kept.series).toEqual([]);
  expect(shown.kept.events).toEqual([]);
  shown.log({ loss: 0.5, val_loss: Number.NaN }, { epoch: 0 });
  shown.log({ loss: 0.25 });
  expect(
    shown.kept.summaries().map(({ key, count, nonFinite }) => [key, count, nonFinite]),
  ).toEqual([
    ["loss", 2, 0],
    ["val_loss", 1, 1],
  ]);
  expect(shown.logged).toMatchObject({ epochs: 1, steps: 2 });
  expect(told).toBeGreaterThan(1);
});
