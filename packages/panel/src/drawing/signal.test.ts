import { expect, test } from "vitest";
import { Signal } from "./signal.ts";

test("listeners hear of changes, and only of changes, until they leave", () => {
  const signal = new Signal<number | undefined>(undefined);
  const heard: (number | undefined)[] = [];
  const leave = signal.subscribe(() => heard.push(signal.get()));
  signal.set(1);
  signal.set(1);
  signal.set(undefined);
  leave();
  signal.set(2);
  expect(heard).toEqual([1, undefined]);
  expect(signal.get()).toBe(2);
});
