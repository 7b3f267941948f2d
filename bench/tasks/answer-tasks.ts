import { chart, heading, row, seen, status } from "./on-page.ts";
import type { Task } from "./task.ts";

/** What the page of a project answers before anything is done, or by going on to another page. */
export const answerTasks: readonly Task[] = [
  {
    question: "How did all runs do, epoch by epoch?",
    act: ({ page }) => seen(chart(page, "auc").getByText("200 runs · 4,800 of 4,800 points")),
    story: ["cards.spec.ts", "of many runs a dozen is coloured, and groups are drawn as bands"],
    rivals:
      "12 runs: TensorBoard 7.2 s (21), MLflow 35.6 s (15), Aim 12.1 s (5), Trackio 7.2 s, SwanLab 5.2 s, exptrack 1.6 s (2). 200 runs: TensorBoard 6.3 s, MLflow 56 s for 100 of them, Trackio 29 s, exptrack 6.4 s",
  },
  {
    question: "Which run is best, in which epoch, and what did it keep?",
    act: ({ page }) => seen(heading(page, /Best: .*epoch.12/s)),
    story: ["compare.spec.ts", "the first sentence names the best run, its epoch and what it kept"],
    rivals:
      "TensorBoard and MLflow name the wrong run, Aim no epoch, Trackio by eye; exptrack about 7 actions",
  },
  {
    question: "Which runs diverged, failed, were killed or stopped early?",
    at: "odd",
    act: async ({ page }) => {
      await seen(row(page, /lr 3,/).getByText("diverged · NaN from epoch 10"));
      await seen(row(page, /64 units/).filter({ hasText: /stopped early/ }));
    },
    story: [
      "compare.spec.ts",
      "the table is the legend: how each run ended, best with its epoch, what was kept",
    ],
    rivals:
      "a killed run is running in MLflow, SwanLab and exptrack, ended in Aim, and nothing is said in TensorBoard and Trackio; a diverged one is finished in MLflow, and marked by triangles in TensorBoard",
  },
  {
    question: "Does a run overfit, and from when on?",
    at: "odd",
    act: async ({ page }) => {
      await seen(chart(page, "loss").getByText(/6 runs/));
      await seen(
        page
          .getByRole("region", { name: "Verdict" })
          .getByText(/overfit/)
          .first(),
      );
    },
    story: [
      "compare.spec.ts",
      "one chart a metric, training and validation together, and a diverged run flattens nobody",
    ],
    rivals:
      "training and validation in one chart: TensorBoard 15 actions, MLflow 7, Aim 33, Trackio never, exptrack by itself; from when on: nobody",
  },
  {
    question: "What differs between two runs, and what did it bring?",
    act: async (hand) => {
      const boxes = hand.page.getByRole("checkbox", { name: /^Select (?!all)/ });
      await hand.click(boxes.nth(0));
      await hand.click(boxes.nth(1));
      await hand.press("d");
      await seen(
        hand.page
          .getByRole("region", { name: "In words" })
          .getByText(/in val_auc/)
          .first(),
      );
    },
    story: [
      "by-keyboard.spec.ts",
      "by keyboard alone two runs are found, compared, tagged and deleted, and the focus is kept over Back",
    ],
    rivals:
      "MLflow 4 clicks, Aim 2, last values and no difference; TensorBoard and Trackio some of the params; exptrack 3 clicks",
  },
  {
    question: "What changed since the run before this one?",
    at: "pair",
    act: async (hand) => {
      await hand.click(
        row(hand.page, /with dropout/)
          .getByRole("link")
          .first(),
      );
      const changed = hand.page.getByRole("region", { name: "What changed" });
      await seen(changed.getByText("This run is 1.9 points better in val_auc"));
    },
    story: ["run-page.spec.ts", "the page of a run opens with what changed since the one before"],
    rivals: "exptrack shows it with no click, the others do not",
  },
  {
    question: "Would another patience have stopped it elsewhere?",
    at: "odd",
    act: async (hand) => {
      await hand.click(
        row(hand.page, /64 units/)
          .getByRole("link")
          .first(),
      );
      const field = hand.page.getByRole("spinbutton", { name: "What if patience were" });
      await hand.fill(field, "2");
      await seen(hand.page.getByText("It would have stopped after epoch 8"));
    },
    story: ["run.spec.ts", "another patience is answered from the trace, and no further"],
  },
  {
    question: "Did the seed matter?",
    act: async (hand) => {
      await hand.click(hand.page.getByRole("button", { name: "Group by" }));
      await hand.click(hand.page.getByRole("option", { name: "config without seed" }));
      await seen(status(hand.page, /^8 groups of 200 runs/));
      await seen(
        row(hand.page, /dropout 0.3, lr 0.01, 64 units/)
          .getByText(/± 0\.\d+/)
          .first(),
      );
    },
    story: [
      "compare-table.spec.ts",
      "configs without their seeds fold to mean and spread, with the word of chance; two of them are compared by key, and new runs wait",
    ],
    rivals: "nobody folds seeds by itself; Aim draws bands",
  },
  {
    question: "Is the better config more than luck?",
    act: async (hand) => {
      await hand.click(hand.page.getByRole("button", { name: "Group by" }));
      await hand.click(hand.page.getByRole("option", { name: "config without seed" }));
      const verdict = hand.page.getByRole("region", { name: "Verdict" });
      await seen(verdict.getByText(/best of 8 groups/).first());
    },
    story: ["diff.spec.ts", "two groups of seeds are told apart by their interval"],
    rivals: "none of them has a test",
  },
  {
    question: "Which parameter matters?",
    act: async (hand) => {
      await hand.click(hand.page.getByRole("link", { name: "Parameters" }));
      const effects = hand.page.getByRole("region", { name: "Effects" });
      await seen(effects.getByRole("row", { name: /learningRate higher is better/ }));
    },
    story: ["parameters.spec.ts", "says which parameter matters, with the number of runs"],
  },
  {
    question: "Which pair of values is best?",
    act: async (hand) => {
      await hand.click(hand.page.getByRole("link", { name: "Parameters" }));
      const grid = hand.page.getByRole("region", { name: "Two params" });
      await hand.choose(grid.getByLabel("Rows"), "units");
      await hand.choose(grid.getByLabel("Columns"), "optimizer.learningRate");
      await seen(grid.getByRole("row", { name: /^64 / }).getByText("50 runs").last());
    },
    story: [
      "parameters.spec.ts",
      "the grid has the mean and the number of runs of each pair of values",
    ],
  },
  {
    question: "Which change moved the record?",
    act: async (hand) => {
      await hand.click(hand.page.getByRole("link", { name: "Parameters" }));
      const progress = hand.page.getByRole("region", { name: "Progress of the search" });
      await seen(progress.getByText("optimizer.learningRate 0.001 → 0.01").first());
    },
    story: ["parameters.spec.ts", "the search's progress names what moved the record"],
    rivals: "exptrack shows it",
  },
];
