import { expect, test } from "vitest";
import { isDamaged } from "./load-bird-strikes.ts";
import { readBirdStrikes } from "./read-bird-strikes.ts";

test("the file holds 10,000 strikes, of which 10.6 % did damage", () => {
  const rows = readBirdStrikes();
  expect(rows).toHaveLength(10_000);
  expect(rows.filter(isDamaged).length / rows.length).toBeCloseTo(0.1061, 4);
});

test("every row has every column that the model uses", () => {
  for (const row of readBirdStrikes()) {
    expect(row["Flight Date"]).toMatch(/^\d{4}-(?:0[1-9]|1[0-2])-\d\d$/);
    expect(row["Speed IAS in knots"]).toMatch(/^\d*$/);
    expect(row["Wildlife Size"]).toMatch(/^(?:Small|Medium|Large)$/);
  }
});
