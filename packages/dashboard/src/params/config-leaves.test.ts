import { expect, test } from "vitest";
import { configLeaves } from "./config-leaves.ts";

test("a leaf has its path and its value as text", () => {
  const config = { optimizer: { name: "adam", lr: 0.001 * 18 }, units: [64, 32], note: null };
  expect([...configLeaves(config)]).toEqual([
    ["optimizer.name", "adam"],
    ["optimizer.lr", "0.018"],
    ["units", "[64,32]"],
    ["note", "null"],
  ]);
});
