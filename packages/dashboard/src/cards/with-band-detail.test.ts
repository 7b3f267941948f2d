import { newSeed, seededRandom } from "@epochal/testing/random";
import { expect, test } from "vitest";
import { bandStretch } from "./band-stretch.ts";
import { withBandDetail } from "./with-band-detail.ts";

const bandAt = (x: readonly number[], center: number) => {
  const column = () => Float64Array.from(x, () => center);
  return {
    ...{ x: Float64Array.from(x), n: column(), center: column(), low: column() },
    ...{ high: column(), nonFinite: column() },
  };
};

test("a stretch told more closely stands in place of what it covers, and the rest stays", () => {
  const seed = newSeed();
  const random = seededRandom(seed);
  for (let round = 0; round < 200; round++) {
    const places = (n: number) =>
      [...new Set(Array.from({ length: n }, () => Math.floor(random() * 40)))].sort(
        (a, b) => a - b,
      );
    const [all, near] = [places(Math.floor(random() * 20)), places(Math.floor(random() * 6))];
    const found = withBandDetail(bandAt(all, 1), bandAt(near, 2));
    const [from = 1, to = 0] = [near[0], near.at(-1)];
    const kept = all.filter((x) => x < from || x > to || near.length === 0);
    const wanted = [...kept.map((x) => [x, 1]), ...near.map((x) => [x, 2])];
    expect(
      Array.from(found.x, (x, i) => [x, found.center[i]]),
      `seed ${seed}`,
    ).toEqual(wanted.sort(([a = 0], [b = 0]) => a - b));
    expect(found.nonFinite).toHaveLength(found.x.length);
  }
  expect(withBandDetail(bandAt([1], 1), undefined).x).toHaveLength(1);
});

test("more closely is asked for only where the whole is in buckets, or at evenly spaced times", () => {
  const zoom = { min: 3.2, max: 7.5 };
  expect(bandStretch({ width: undefined, x: "epoch", zoom })).toBeUndefined();
  expect(bandStretch({ width: 2, x: "epoch", zoom: undefined })).toBeUndefined();
  // The first epoch stands at 1.
  expect(bandStretch({ width: 2, x: "epoch", zoom })).toEqual({ from: 2, to: 8 });
  expect(bandStretch({ width: 2, x: "step", zoom })).toEqual({ from: 3, to: 8 });
  expect(bandStretch({ width: undefined, x: "time", zoom })).toEqual({ from: 3, to: 8 });
});
