import { expect, test } from "vitest";
import { RunningValue } from "./running-value.ts";

/** A value that takes longer than what counts as cheap, and counts how often it is computed. */
function dear() {
  let computed = 0;
  const running = new RunningValue(() => {
    const until = performance.now() + 0.3;
    while (performance.now() < until);
    return ++computed;
  });
  running.begin();
  return { running, computed: () => computed };
}

test("is computed when somebody looks, once for each state", () => {
  const { running, computed } = dear();
  running.add(32);
  running.add(32);
  expect(computed()).toBe(0);
  expect(running.value()).toBe(1);
  expect(running.value()).toBe(1);
  running.add(32);
  expect(running.value()).toBe(2);
});

test("is renewed for every batch up to 4,096 samples, then as the samples grow by 5 %", () => {
  const { running, computed } = dear();
  for (let batch = 0; batch < 128; batch++) {
    running.add(32);
    running.value();
  }
  expect(computed()).toBe(128);
  for (let batch = 128; batch < 1000; batch++) {
    running.add(32);
    running.value();
  }
  expect(computed()).toBeLessThan(128 + 50);
  expect(computed()).toBeGreaterThan(128 + 30);
});

test("begins anew with every pass", () => {
  const { running } = dear();
  running.add(100_000);
  expect(running.value()).toBe(1);
  running.begin();
  expect(running.value()).toBeNaN();
  running.add(8);
  expect(running.value()).toBe(2);
});
