import { expect, test } from "vitest";
import { runPalette } from "../colors/run-palette.ts";
import { describeStatus } from "../verdict/describe-status.ts";
import { sampleRun } from "../verdict/sample-run.ts";
import { matchesSearch } from "./matches-search.ts";

const run = sampleRun({
  id: "abc",
  name: "Night run",
  tags: ["baseline"],
  notes: "with dropout",
  config: { optimizer: { learningRate: 0.01 }, units: 32 },
  status: { state: "killed", lastSeenAt: 0 },
});
const color = runPalette[0] ?? { light: "#000000", dark: "#ffffff" };
const row = { run, name: "lr 0.01", color, status: describeStatus(run), shown: true };

test.each([
  "",
  "  ",
  "NIGHT",
  "abc",
  "killed",
  "process gone",
  "baseline dropout",
  "learningrate=0.01",
  "optimizer.learningRate=0.01",
  "units=32 lr",
])("“%s” finds the run", (search) => {
  expect(matchesSearch(row, search)).toBe(true);
});

test.each(["units=64", "night day", "finished"])("“%s” does not", (search) => {
  expect(matchesSearch(row, search)).toBe(false);
});
