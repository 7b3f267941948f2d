import { newSeed, seededRandom } from "@epochal/testing/random";
import { expect, test } from "vitest";
import { KeptPoints } from "./kept-points.ts";

const seed = newSeed();

test(`a long series keeps its extremes, its mean and its count in bounded room (seed ${seed})`, () => {
  const random = seededRandom(seed);
  for (const count of [0, 1, 4096, 4097, 8192, 8193, 50_000 + Math.floor(random() * 50_000)]) {
    const points = new KeptPoints();
    const values = Array.from({ length: count }, () =>
      random() < 0.01 ? Number.NaN : (random() - 0.5) * 10 ** Math.floor(random() * 6),
    );
    for (const [step, value] of values.entries())
      points.add({ step, epoch: step / 100, wallTime: step, value });
    const finite = values.filter(Number.isFinite);
    const { total, step, value, low, high, n, nonFinite } = points.columns();
    expect(total).toBe(count);
    expect(step.length).toBeLessThanOrEqual(4096);
    expect([...step]).toEqual([...step].sort((a, b) => a - b));
    expect(nonFinite.total).toBe(count - finite.length);
    expect(nonFinite.value.length).toBeLessThanOrEqual(256);
    if (finite.length === 0) continue;
    const counts = n ?? value.map(() => 1);
    expect(counts.reduce((sum, each) => sum + each, 0)).toBe(finite.length);
    expect(Math.min(...(low ?? value))).toBe(Math.min(...finite));
    expect(Math.max(...(high ?? value))).toBe(Math.max(...finite));
    const sum = value.reduce((all, mean, i) => all + mean * (counts[i] ?? 0), 0);
    const size = finite.reduce((all, each) => all + Math.abs(each), 0);
    expect(Math.abs(sum - finite.reduce((all, each) => all + each, 0))).toBeLessThan(1e-9 * size);
    // Every place holds the points that were logged there, and no others.
    if (n === undefined) expect([...value]).toEqual(finite);
  }
});
