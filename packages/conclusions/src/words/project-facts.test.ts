import { expect, test } from "vitest";
import { sampleRun, sampleSeries } from "../../test/sample-run.ts";
import { projectFacts } from "./project-facts.ts";

const withState = (id: string, state: "running" | "killed" | "failed" | "stopped_early") =>
  sampleRun({ id, status: { state, lastSeenAt: 0 }, series: [sampleSeries("loss", [1, 0.5])] });
const say = (runs: Parameters<typeof projectFacts>[0]) =>
  projectFacts(runs).map(({ word, text }) => `${word}: ${text}`);

test("runs that finished are not worth a word", () => {
  expect(projectFacts([sampleRun({ id: "a" })])).toEqual([]);
});

test("what is alive comes first, then what went wrong", () => {
  const broken = sampleRun({
    id: "n",
    conclusions: {
      divergence: { key: "loss", value: Number.NaN, epoch: 1 },
      disagreements: [],
      regrets: [],
    },
  });
  expect(
    say([
      withState("a", "stopped_early"),
      withState("b", "failed"),
      broken,
      withState("c", "running"),
      withState("d", "killed"),
    ]),
  ).toEqual([
    "running: 1 run",
    "diverged: 1 run, NaN from epoch 2",
    "killed: 1 run after 2 epochs",
    "failed: 1 run",
    "stopped early: 1 run",
  ]);
});

test("of several runs only their number is told", () => {
  expect(say([withState("a", "killed"), withState("b", "killed")])).toEqual(["killed: 2 runs"]);
});
