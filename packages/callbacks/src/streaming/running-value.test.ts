import { expect, test } from "vitest";
import { RunningValue } from "./running-value.ts";

/** A value that takes longer than what counts as cheap, and counts how often it is computed. */
function dear(cost?: "batch" | "samples") {
  let computed = 0;
  const compute = () => {
    const until = performance.now() + (cost === "samples" ? 0 : 0.3);
    while (performance.now() < until);
    return ++computed;
  };
  const running = new RunningValue({ compute, cost: () => cost });
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

test.each([undefined, "samples"] as const)(
  "is renewed for every batch up to 1,024 samples, then as they grow by 5 %%, where it is dear: %s",
  (cost) => {
    const { running, computed } = dear(cost);
    for (let batch = 0; batch < 32; batch++) {
      running.add(32);
      running.value();
    }
    expect(computed()).toBe(32);
    for (let batch = 32; batch < 1000; batch++) {
      running.add(32);
      running.value();
    }
    expect(computed()).toBeLessThan(32 + 80);
    expect(computed()).toBeGreaterThan(32 + 50);
  },
);

test("is renewed for every batch where its cost is that of a batch, however long one value took", () => {
  const { running, computed } = dear("batch");
  for (let batch = 0; batch < 200; batch++) {
    running.add(1000);
    running.value();
  }
  expect(computed()).toBe(200);
});

test("is renewed for every batch where it is cheap, though one value in three took long", () => {
  let computed = 0;
  const compute = () => {
    const until = performance.now() + (computed % 3 === 0 ? 0.3 : 0);
    while (performance.now() < until);
    return ++computed;
  };
  const running = new RunningValue({ compute, cost: () => undefined });
  for (let batch = 0; batch < 30; batch++) {
    running.add(1000);
    running.value();
  }
  expect(computed).toBeGreaterThan(20);
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
