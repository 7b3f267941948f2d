import { describeStatus } from "@epochal/conclusions";
import { expect, test } from "vitest";
import { sampleRun } from "../../test/sample-run.ts";
import { matchesSearch } from "./matches-search.ts";
import { searchText } from "./search-text.ts";

const run = sampleRun({
  id: "abc",
  name: "Night run",
  tags: ["baseline"],
  notes: "with dropout",
  config: { optimizer: { learningRate: 0.01 }, units: 32 },
  status: { state: "killed", lastSeenAt: 0 },
});
const text = searchText({ run, name: "lr 0.01", status: describeStatus(run) });

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
  expect(matchesSearch(text, search)).toBe(true);
});

test.each(["units=64", "night day", "finished"])("“%s” does not", (search) => {
  expect(matchesSearch(text, search)).toBe(false);
});

test("a run that diverged is found by that, however it ended", () => {
  const diverged = sampleRun({
    id: "d",
    status: { state: "failed", lastSeenAt: 0 },
    conclusions: {
      disagreements: [],
      regrets: [],
      divergence: { key: "loss", value: Number.NaN, epoch: 3 },
    },
  });
  const said = searchText({ run: diverged, name: "d", status: describeStatus(diverged) });
  expect(matchesSearch(said, "diverged")).toBe(true);
});
