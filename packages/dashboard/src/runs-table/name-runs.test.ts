import { expect, test } from "vitest";
import { sampleRun } from "../../test/sample-run.ts";
import { nameRuns } from "./name-runs.ts";

/** The names of runs that were all given the same one, `n`. */
const named = (...configs: Record<string, unknown>[]) => {
  const runs = configs.map((config, index) =>
    sampleRun({ id: `r${index}`, config, project: "p", name: "n" }),
  );
  return [...nameRuns(runs).values()].sort();
};

test("a name holds what differs and nothing else", () => {
  const shared = { batchSize: 32, optimizer: "adam" };
  expect(
    named(
      { learningRate: 0.01, units: 32, ...shared },
      { learningRate: 0.01, units: 128, ...shared },
      { learningRate: 0.1, units: 32, ...shared },
    ),
  ).toEqual(["n · lr 0.01, 128 units", "n · lr 0.01, 32 units", "n · lr 0.1, 32 units"]);
});

test("the seed is named only where names would be equal", () => {
  expect(named({ lr: 0.1, seed: 1 }, { lr: 0.1, seed: 2 }, { lr: 0.2, seed: 1 })).toEqual([
    "n · lr 0.1, seed 1",
    "n · lr 0.1, seed 2",
    "n · lr 0.2",
  ]);
});

test("runs of which only the seed differs are named by it", () => {
  expect(named({ seed: 1 }, { seed: 2 })).toEqual(["n · seed 1", "n · seed 2"]);
});

test("runs with equal configs are told apart by their id", () => {
  expect(named({ lr: 1 }, { lr: 1 }, { lr: 2 })).toEqual(["n · lr 2", "n · r0", "n · r1"]);
});

test("runs equal in all are told apart by their id", () => {
  const runs = ["a", "b"].map((id) => sampleRun({ id, name: "same" }));
  expect([...nameRuns(runs).values()]).toEqual(["same · a", "same · b"]);
});

test("one run goes by its own name", () => {
  expect(named({ lr: 1, units: 2 })).toEqual(["n"]);
});

test("nested keys are shortened unless that makes two alike", () => {
  expect(named({ optimizer: { learningRate: 1 } }, { optimizer: { learningRate: 2 } })).toEqual([
    "n · lr 1",
    "n · lr 2",
  ]);
  expect(named({ a: { size: 1 }, b: { size: 1 } }, { a: { size: 2 }, b: { size: 3 } })).toEqual([
    "n · a.size 1, b.size 1",
    "n · a.size 2, b.size 3",
  ]);
});

test("a value of any length and kind makes a name", () => {
  const long = "x".repeat(500);
  const [one, two, three] = named({ note: long }, { note: null }, { note: [1, 2] });
  expect(one).toBe("n · note [1,2]");
  expect(two).toBe("n · note null");
  expect(three).toHaveLength("n · note ".length + 28);
});

test("many runs that differ in nothing but a later key still get different names", () => {
  const configs = Array.from({ length: 30 }, (_, f) => ({ a: 1, b: 2, c: 3, d: 4, e: 5, f }));
  expect(new Set(named(...configs)).size).toBe(30);
});

test("a run that was given a name goes by it, unless another has the same", () => {
  const runs = [
    sampleRun({ id: "a", name: "baseline", config: { lr: 1 } }),
    sampleRun({ id: "b", name: "wide", config: { lr: 2 } }),
    sampleRun({ id: "c", name: "wide", config: { lr: 3 } }),
  ];
  expect([...nameRuns(runs)]).toEqual([
    ["a", "baseline"],
    ["b", "wide · lr 2"],
    ["c", "wide · lr 3"],
  ]);
});
