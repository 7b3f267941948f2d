import { expect, test } from "vitest";
import type { ProjectData, RunView } from "../wire/run-json.ts";
import { mergeRuns } from "./merge-runs.ts";

const run = (id: string, durationMs: number) => ({ id, durationMs }) as RunView;
const data = (revision: number, ...runs: RunView[]): ProjectData => ({
  project: "birds",
  revision,
  runs,
  total: runs.length,
});

test("a changed run keeps its place, and a new one comes last", () => {
  const old = data(1, run("a", 1), run("b", 1), run("c", 1));
  const merged = mergeRuns(old, data(2, run("d", 2), run("b", 2)));
  expect(merged.runs.map(({ id, durationMs }) => [id, durationMs])).toEqual([
    ["a", 1],
    ["b", 2],
    ["c", 1],
    ["d", 2],
  ]);
  expect(merged).toMatchObject({ revision: 2, total: 4 });
  expect(merged.runs[0]).toBe(old.runs[0]);
});
