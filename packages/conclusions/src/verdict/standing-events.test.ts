import type { RunEvent } from "@epochal/record";
import { sampleEvents } from "@epochal/testing/sample-events";
import { expect, it } from "vitest";
import { standingEvents } from "./standing-events.ts";
import { stopOf } from "./stop-of.ts";
import { whatIfPatience } from "./what-if-patience.ts";

const seen = (epoch: number, value: number): RunEvent => ({
  ...sampleEvents.early_stopping,
  epoch,
  value,
});
const trace = (of: readonly RunEvent[]) =>
  of.filter((event) => event.type === "early_stopping").map(({ epoch, value }) => [epoch, value]);
const resumed = (segment: number): RunEvent => ({ type: "resumed", segment });

it("leaves out what a later segment trained again", () => {
  const events = [0, 1, 2, 3].map((epoch) => seen(epoch, epoch / 10));
  const again = [2, 3, 4].map((epoch) => seen(epoch, epoch / 100));
  const { note, checkpoint, weights_restored: restored } = sampleEvents;
  const stop = { ...sampleEvents.stopped_early, epoch: 3 };
  const all = [...events, note, { ...checkpoint, epoch: 3 }, stop, restored, resumed(1), ...again];
  const segments = [{ segment: 0 }, { segment: 1, epoch: 2 }];
  const standing = standingEvents({ events: all, segments });
  expect(standing).toEqual([events[0], events[1], note, resumed(1), ...again]);
  // Where nothing was logged, the events tell where it went on.
  expect(standingEvents({ events: all, segments: [] })).toEqual(standing);
  expect(stopOf(all)).toBeUndefined();
  expect(stopOf([...all, stop])).toBe(stop);
});

it("does so for every segment", () => {
  const events = [0, 1, 2, 3, 4].map((epoch) => seen(epoch, 0));
  const second = [3, 4, 5].map((epoch) => seen(epoch, 1));
  const third = [1, 2].map((epoch) => seen(epoch, 2));
  const all = [...events, resumed(1), ...second, resumed(2), ...third];
  expect(trace(standingEvents({ events: all, segments: [] }))).toEqual([
    [0, 0],
    [1, 2],
    [2, 2],
  ]);
});

it("answers what another patience had done as for a run that was never resumed", () => {
  const value = (epoch: number) => 0.5 + 0.1 * Math.sin(epoch * 1.7) - epoch / 100;
  const of = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => seen(from + i, value(from + i)));
  for (let begin = 0; begin < 12; begin++) {
    const events = [...of(0, 12), resumed(1), ...of(begin, 20)];
    const standing = standingEvents({ events, segments: [] });
    const traced = standing.filter((event) => event.type === "early_stopping");
    expect(trace(standing)).toEqual(trace(of(0, 20)));
    for (const patience of [1, 3, 8, 30]) {
      expect(whatIfPatience(traced, patience)).toEqual(
        whatIfPatience(of(0, 20) as typeof traced, patience),
      );
    }
  }
});

it("knows no early stop where another fit went on", () => {
  const { fit, stopped_early: stop } = sampleEvents;
  expect(stopOf([{ ...fit, fit: 0 }, stop])).toBe(stop);
  expect(stopOf([{ ...fit, fit: 0 }, stop, fit])).toBeUndefined();
  // A fit of epochs that were trained again is none.
  const segments = [{ segment: 0 }, { segment: 1, epoch: 5 }];
  const again = { ...fit, fit: 0, epoch: 5 };
  expect(standingEvents({ events: [fit, resumed(1), again], segments })).toEqual([
    resumed(1),
    again,
  ]);
});
