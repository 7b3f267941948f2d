import fc from "fast-check";
import { expect, it } from "vitest";
import { nameByConfig } from "./name-by-config.ts";

const base = { optimizer: { learningRate: 0.1 }, units: 32, dropout: true, seed: 1 };

it.each<[object, object | undefined, string | undefined]>([
  [{ ...base, optimizer: { learningRate: 0.01 }, units: 64 }, base, "lr 0.01, 64 units"],
  [{ ...base, seed: 2 }, base, "seed 2"],
  [{ ...base, units: 8, seed: 2 }, base, "8 units, seed 2"],
  [{ ...base, dropout: false }, base, "no dropout"],
  [{ units: 32, seed: 1 }, base, "no lr, no dropout"],
  [{ ...base, activation: "relu" }, base, "activation relu"],
  [{ ...base, lr: 10 ** -4, warmup: null }, base, "lr 0.0001, warmup null"],
  [{ ...base, optimizer: { learningRate: 10 ** -2.5 } }, base, "lr 0.003162"],
  [{ ...base, seed: 1234567 }, base, "seed 1234567"],
  [base, base, undefined],
  [base, undefined, "lr 0.1, 32 units, dropout"],
  [{ constructor: 1, toString: 2 }, { units: 1 }, "constructor 1, toString 2, no units"],
  [{}, undefined, undefined],
  [{ seed: 3 }, undefined, undefined],
  [{ a: { rate: 1 }, b: { rate: 2 } }, { a: { rate: 3 }, b: { rate: 4 } }, "a.rate 1, b.rate 2"],
  [{ a: 1, b: 2, c: 3, d: 4, e: 5, seed: 6 }, {}, "a 1, b 2, c 3, 2 more, seed 6"],
])("names %j after %j: %s", (config, before, name) => {
  expect(nameByConfig({ ...config }, before ? [{ ...before }] : [])).toBe(name);
});

it("is short, and the same for the same configs", () => {
  fc.assert(
    fc.property(fc.object(), fc.option(fc.object(), { nil: undefined }), (config, before) => {
      const plain = (value: object | undefined) =>
        value && (JSON.parse(JSON.stringify(value)) as Record<string, unknown>);
      const names = () => nameByConfig(plain(config) ?? {}, [plain(before) ?? []].flat());
      const name = names();
      expect([...(name ?? "")].length).toBeLessThanOrEqual(60);
      expect(names()).toBe(name);
    }),
  );
});

it("cuts a long name in its middle, so that the seed stays", () => {
  const name = nameByConfig({ a: "x".repeat(99), b: "y".repeat(99), seed: 7 }, [{}]);
  expect(name).toMatch(/^a x{20,}.*….*y*…?, seed 7$/);
});

it("names what has varied before, too, so that a grid of params is told apart", () => {
  const grid = [1, 2].flatMap((units) => [0.1, 0.01].map((lr) => ({ lr, units })));
  const names = grid.map((config, i) => nameByConfig(config, grid.slice(0, i).toReversed()));
  expect(names).toEqual(["lr 0.1, 1 units", "lr 0.01", "lr 0.1, 2 units", "lr 0.01, 2 units"]);
});
