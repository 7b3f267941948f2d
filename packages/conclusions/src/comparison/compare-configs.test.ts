import { whole } from "@epochal/testing/full";
import fc from "fast-check";
import { expect, it } from "vitest";
import { compareConfigs } from "./compare-configs.ts";

const config = fc.dictionary(
  fc.constantFrom("units", "lr", "opt", "a.b", "__proto__", ""),
  fc.jsonValue({ maxDepth: 3 }),
) as fc.Arbitrary<Record<string, unknown>>;

it("a config is the same as itself, whatever the order of its keys", () => {
  fc.assert(
    fc.property(config, (a) => {
      const shuffled = JSON.parse(JSON.stringify(a), (_, value: unknown) =>
        typeof value === "object" && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).reverse())
          : value,
      ) as Record<string, unknown>;
      // Two paths may be spelled alike, and then the last one counts.
      fc.pre(!JSON.stringify(a).includes("a.b") && !JSON.stringify(a).includes('""'));
      const found = compareConfigs(a, shuffled);
      expect([found.differing, found.onlyInA, found.onlyInB]).toEqual([[], [], []]);
    }),
    { numRuns: whole(2_000) },
  );
});

it("every leaf is told of once, and the other way round it is the same", () => {
  fc.assert(
    fc.property(config, config, (a, b) => {
      const found = compareConfigs(a, b);
      const back = compareConfigs(b, a);
      const paths = [found.same, found.differing, found.onlyInA, found.onlyInB].flatMap((leaves) =>
        leaves.map(({ path }) => path),
      );
      expect(new Set(paths).size).toBe(paths.length);
      expect(new Set(back.onlyInA)).toEqual(new Set(found.onlyInB));
      expect(back.differing.length).toBe(found.differing.length);
      expect(back.same.length).toBe(found.same.length);
    }),
    { numRuns: whole(2_000) },
  );
});

it("objects in a list are equal whatever the order of their keys, lists are not, and 1 is no text", () => {
  const layers = [{ units: 1, activation: "relu" }];
  const same = compareConfigs({ layers }, { layers: [{ activation: "relu", units: 1 }] });
  expect(same).toMatchObject({ same: [{ path: "layers" }], differing: [] });
  expect(compareConfigs({ l: [1, 2], n: 1 }, { l: [2, 1], n: "1" }).differing).toEqual([
    { path: "l", a: [1, 2], b: [2, 1] },
    { path: "n", a: 1, b: "1" },
  ]);
});
