import { expect, test } from "vitest";
import { sampleRun, sampleSeries } from "../../test/sample-run.ts";
import { projectFacts } from "./project-facts.ts";

const none = { states: [], diverged: 0, overfitting: 0 };
const say = (counts: Parameters<typeof projectFacts>[0]) =>
  projectFacts(counts).map(({ word, text }) => `${word}: ${text}`);
const run = (changes = {}) =>
  sampleRun({ id: "a", series: [sampleSeries("loss", [1, 0.5])], ...changes });

test("runs that finished are not worth a word", () => {
  expect(projectFacts({ ...none, states: [{ state: "finished", runs: 3 }] })).toEqual([]);
});

test("what is alive comes first, then what went wrong", () => {
  const divergence = { key: "loss", value: Number.NaN, epoch: 1 };
  const states = (["stopped_early", "failed", "running", "killed"] as const).map((state) => ({
    state,
    runs: 1,
  }));
  const broken = run({ conclusions: { divergence, disagreements: [], regrets: [] } });
  const dead = run({ status: { state: "killed", lastSeenAt: 0 } });
  expect(
    say({ states, diverged: 1, overfitting: 2, onlyDiverged: broken, onlyKilled: dead }),
  ).toEqual([
    "running: 1 run",
    "diverged: 1 run, NaN from epoch 2",
    "killed: 1 run after 2 epochs",
    "failed: 1 run",
    "overfitting: 2 runs",
    "stopped early: 1 run",
  ]);
});

test("of several runs only their number is told, and each fact says how to find them", () => {
  const counts = { ...none, diverged: 3, states: [{ state: "killed", runs: 2 }] } as const;
  expect(say(counts)).toEqual(["diverged: 3 runs", "killed: 2 runs"]);
  expect(projectFacts(counts).map(({ where }) => where)).toEqual([
    "verdict:diverged",
    "status:killed",
  ]);
});
