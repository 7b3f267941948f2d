import { parseQuery, printQuery } from "@epochal/store/query";
import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import { expect, it } from "vitest";
import { type Brush, readBrushes, withBrush } from "./brush.ts";

it("reads brushes out of a query, and leaves the rest", () => {
  const { base, brushes } = readBrushes(
    'tag:baseline units >= 16 units <= 64 optimizer in (adam, "sgd") (dropout = 1 or dropout = 2)',
  );
  expect(base).toBe("tag:baseline (dropout = 1 or dropout = 2)");
  expect([...brushes]).toEqual([
    ["units", { kind: "stretch", from: 16, to: 64 }],
    ["optimizer", { kind: "values", values: ["adam", "sgd"] }],
  ]);
});

it("puts a brush in place of the one before, however the key was written", () => {
  const names = ["optimizer.learningRate", "learningRate"];
  const key = { key: "learningRate" };
  const brush: Brush = { kind: "stretch", from: 0.001, to: 0.01 };
  const where = "optimizer.learningRate = 1 birds";
  expect(withBrush(where, key, names, brush)).toBe(
    "birds learningRate >= 0.001 learningRate <= 0.01",
  );
  expect(withBrush(where, key, names, undefined)).toBe("birds");
  expect(withBrush("", key, names, { kind: "stretch", from: 3, to: 3 })).toBe("learningRate = 3");
});

it("what was brushed is read back, whatever the values are", () => {
  const seed = newSeed();
  const random = seededRandom(seed);
  const odd = ["adam", "and", "32", "true", "", 'a "quote"', "two words", "ünï", "NaN", "null"];
  const pick = () => odd[Math.floor(random() * odd.length)];
  for (let round = 0; round < whole(500); round++) {
    const others = [true, null, -3, 1e-7, 1e21, 0.1 + 0.2];
    const values = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
      random() < 0.6 ? pick() : others[Math.floor(random() * others.length)],
    );
    const numbers = [random() * 1e6, random() * 1e-6].sort((a, b) => a - b);
    const brush: Brush =
      random() < 0.5
        ? { kind: "values", values }
        : { kind: "stretch", from: numbers[0] as number, to: numbers[1] as number };
    const key = random() < 0.5 ? "units" : "odd key";
    const where = withBrush("not tag:x", { key }, [key], brush);
    const read = readBrushes(where);
    expect(read.base, `seed ${seed}`).toBe("not tag:x");
    expect(read.brushes.get(key), `seed ${seed}: ${where}`).toEqual(brush);
    expect(printQuery(parseQuery(where)), `seed ${seed}`).toBe(where);
  }
});
