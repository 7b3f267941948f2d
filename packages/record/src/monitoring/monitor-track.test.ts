import { expect, test } from "vitest";
import { MonitorTrack } from "./monitor-track.ts";

const rule = { direction: "max", minDelta: 0 } as const;

test("a track knows the best value, its epoch, and how long it has not improved", () => {
  const track = new MonitorTrack("val_auc", rule);
  for (const [epoch, value] of [0.5, 0.7, 0.6, Number.NaN].entries()) track.see(epoch, value);
  expect(track).toMatchObject({ best: 0.7, bestEpoch: 1, wait: 2, hasPassedBaseline: true });
  expect(track.last).toMatchObject({ value: Number.NaN, improved: false, wait: 2 });
});

test("an epoch without a value counts for nothing", () => {
  const track = new MonitorTrack("val_auc", rule);
  track.see(0, 0.5);
  track.see(1, undefined);
  expect(track).toMatchObject({ best: 0.5, wait: 0, last: undefined });
});

test("until a value is better than the baseline, every epoch counts as one without improvement", () => {
  const track = new MonitorTrack("val_auc", { ...rule, baseline: 0.8 });
  const waits = [0.5, 0.7, 0.81, 0.82].map((value, epoch) => {
    track.see(epoch, value);
    return track.wait;
  });
  expect(waits).toEqual([1, 2, 0, 0]);
});

test("what an improvement must exceed may be said for each epoch", () => {
  const track = new MonitorTrack("val_auc", rule);
  track.see(0, 0.5);
  track.see(1, 0.55, 0.1);
  expect(track.best).toBe(0.5);
  track.see(2, 0.55, 0.01);
  expect(track.best).toBe(0.55);
});

test("a track goes on from its state", () => {
  const track = new MonitorTrack("val_auc", { ...rule, baseline: 0.8 });
  for (const [epoch, value] of [0.5, 0.85, 0.6].entries()) track.see(epoch, value);
  const other = new MonitorTrack("val_auc", { ...rule, baseline: 0.8 });
  other.setState(JSON.parse(JSON.stringify(track.getState())));
  for (const each of [track, other]) each.see(3, 0.7);
  expect(other.getState()).toEqual(track.getState());
  expect(other).toMatchObject({ best: 0.85, bestEpoch: 1, wait: 2, hasPassedBaseline: true });
});
