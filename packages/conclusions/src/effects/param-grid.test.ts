import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import { expect, it } from "vitest";
import { type ParamLevel, paramGrid } from "./param-grid.ts";
import type { EffectRun } from "./parameter-effects.ts";

it("has the mean and the number of runs of each pair of values", () => {
  const runs = [
    { config: { units: 64, optimizer: "adam" }, value: 0.9 },
    { config: { units: 64, optimizer: "adam" }, value: 0.7 },
    { config: { units: 8, optimizer: "sgd" }, value: 0.5 },
    { config: { units: 8 }, value: Number.NaN },
  ];
  expect(paramGrid(runs, { row: "optimizer", column: "units" })).toEqual({
    rows: [{ kind: "value", value: "adam" }, { kind: "value", value: "sgd" }, { kind: "absent" }],
    columns: [
      { kind: "value", value: 8 },
      { kind: "value", value: 64 },
    ],
    cells: [
      [undefined, { n: 2, mean: 0.8, nonFinite: 0 }],
      [{ n: 1, mean: 0.5, nonFinite: 0 }, undefined],
      [{ n: 0, nonFinite: 1 }, undefined],
    ],
    left: 0,
  });
});

it("puts each run into the one cell of its values, whatever they are", () => {
  const seed = newSeed();
  const random = seededRandom(seed);
  for (let round = 0; round < whole(200); round++) {
    const many = random() < 0.5;
    const runs: EffectRun[] = Array.from({ length: Math.floor(random() * 80) }, () => ({
      config: {
        ...(random() < 0.9 && { a: many ? random() : Math.floor(random() * 4) }),
        ...(random() < 0.9 && { b: `text ${Math.floor(random() * (many ? 20 : 3))}` }),
      },
      value: random() < 0.1 ? Number.NaN : random(),
    }));
    const grid = paramGrid(runs, { row: "a", column: "b" });
    const fits = (level: ParamLevel | undefined, value: unknown) => {
      if (level?.kind === "stretch")
        return typeof value === "number" && level.from <= value && value <= level.to;
      return level?.kind === "absent" ? value === undefined : value === level?.value;
    };
    let counted = grid.left;
    for (const [i, row] of grid.rows.entries()) {
      for (const [j, column] of grid.columns.entries()) {
        const inside = runs.filter(({ config: { a, b } }) => fits(row, a) && fits(column, b));
        const finite = inside.filter(({ value }) => Number.isFinite(value));
        const cell = grid.cells[i]?.[j];
        expect(cell?.n ?? 0, `seed ${seed}`).toBe(finite.length);
        expect(cell?.nonFinite ?? 0, `seed ${seed}`).toBe(inside.length - finite.length);
        if (finite.length > 0) {
          const sum = finite.reduce((all, { value }) => all + value, 0);
          expect(cell?.mean, `seed ${seed}`).toBeCloseTo(sum / finite.length, 12);
        }
        counted += inside.length;
      }
    }
    expect(counted, `seed ${seed}`).toBe(runs.length);
  }
});
