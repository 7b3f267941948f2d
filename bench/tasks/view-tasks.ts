import { chart, filter, ready, row, runs, seen, status } from "./on-page.ts";
import type { Task } from "./task.ts";

/** Which runs are listed, how their curves are drawn, and what is taken away or kept of them. */
export const viewTasks: readonly Task[] = [
  {
    question: "Which runs came above 0.9?",
    act: async (hand) => {
      await hand.click(filter(hand.page));
      await ready(filter(hand.page));
      await hand.type("val_auc > 0.9");
      await seen(status(hand.page, /^\d+ of 200 runs/));
    },
    story: ["compare.spec.ts", "says what is wrong with it, and the page goes on from there"],
  },
  {
    question: "Which runs are of today?",
    at: "odd",
    act: async (hand) => {
      await hand.click(hand.page.getByRole("button", { name: "today", exact: true }));
      await seen(hand.page.getByRole("button", { name: /^Remove started = / }));
      await seen(status(hand.page, /^6 runs/));
    },
    story: ["compare.spec.ts", "says what is wrong with it, and the page goes on from there"],
  },
  {
    question: "What do I see of one run alone?",
    act: async (hand) => {
      await hand.click(hand.page.getByRole("button", { name: /^Show / }).first(), "Alt");
      await seen(chart(hand.page, "auc").getByText(/1 run ·/));
    },
    story: ["compare.spec.ts", "everything can be reached by keyboard"],
  },
  {
    question: "How far are all others from one run?",
    act: async (hand) => {
      await hand.press("j");
      await hand.press("b");
      await seen(
        runs(hand.page)
          .getByText(/^−0\.\d+$/)
          .first(),
      );
    },
    story: [
      "compare-table.spec.ts",
      "a baseline, a sort by two columns and a colour by a param are in the address, and Back undoes them",
    ],
  },
  {
    question: "What do other metrics say, run by run?",
    act: async (hand) => {
      await hand.click(hand.page.getByRole("button", { name: "Columns", exact: true }));
      await ready(hand.page.getByRole("combobox", { name: "Find a column" }));
      await hand.type("last val_loss");
      await seen(runs(hand.page).getByRole("columnheader", { name: /last val_loss/ }));
    },
    story: [
      "runs-table.spec.ts",
      "a column is found by a word, pinned, moved, widened, hidden, sorted by with others, and kept after a reload",
    ],
  },
  {
    question: "What happens in the last epochs?",
    act: async (hand) => {
      await hand.drag(chart(hand.page, "auc").getByRole("slider"), 0.6, 0.97);
      await hand.page.waitForURL(/zoom=/);
      await seen(chart(hand.page, "auc").getByText(/[12],\d{3} of [12],\d{3} points/));
    },
    story: ["cards.spec.ts", "a drag zooms all charts, double click and Back undo it"],
  },
  {
    question: "Where do the curves go, without their noise?",
    act: async (hand) => {
      await hand.fill(hand.page.getByRole("slider", { name: "Smoothing" }), "0.6");
      await seen(
        chart(hand.page, "auc")
          .getByText(/smoothed/)
          .first(),
      );
    },
    story: [
      "cards.spec.ts",
      "which curves, which axes and how smooth: all of it is in the address",
    ],
  },
  {
    question: "Which run learns faster, by the clock?",
    act: async (hand) => {
      await hand.click(hand.page.getByRole("button", { name: "Time", exact: true }));
      await hand.page.waitForURL(/x=relative/);
      await seen(chart(hand.page, "auc").getByText(/200 runs/));
    },
    story: [
      "cards.spec.ts",
      "which curves, which axes and how smooth: all of it is in the address",
    ],
  },
  {
    question: "Can somebody else see exactly this?",
    act: async (hand) => {
      await hand.click(hand.page.getByRole("button", { name: "Copy link" }));
      await seen(hand.page.getByRole("button", { name: "Copied" }));
    },
    story: [
      "cards.spec.ts",
      "which curves, which axes and how smooth: all of it is in the address",
    ],
    rivals:
      "Aim yes, in 2,329 characters; TensorBoard without the zoom, MLflow partly, Trackio and SwanLab no",
  },
  {
    question: "Can I have the numbers?",
    act: async (hand) => {
      const saved = hand.page.waitForEvent("download");
      await hand.click(hand.page.getByRole("button", { name: "CSV of auc" }));
      await (await saved).path();
    },
    story: ["cards.spec.ts", "the numbers of what is shown can be taken away"],
    rivals:
      "Trackio in one click, MLflow from the card, TensorBoard a run at a time, SwanLab as CSV, hidden in Aim",
  },
  {
    question: "Can a run have another name?",
    at: "odd",
    act: async (hand) => {
      await hand.click(hand.page.getByRole("button", { name: /^Rename .*64 units/ }));
      await hand.type("the one of the paper");
      await seen(runs(hand.page).getByRole("link", { name: "the one of the paper" }));
    },
    story: [
      "by-keyboard.spec.ts",
      "by keyboard a run is renamed, tagged and noted where it stands, and its page leads back",
    ],
  },
  {
    question: "Can several runs be marked?",
    act: async (hand) => {
      const boxes = hand.page.getByRole("checkbox", { name: /^Select (?!all)/ });
      await hand.click(boxes.nth(0));
      await hand.click(boxes.nth(4), "Shift");
      await hand.type("#good");
      await seen(hand.page.getByText("5 runs tagged “good”."));
    },
    story: [
      "compare-table.spec.ts",
      "runs are tagged, archived and deleted together, and each is undone",
    ],
  },
  {
    question: "Can a run go away, and come back?",
    at: "pair",
    act: async (hand) => {
      await hand.click(row(hand.page, /empty one/).getByRole("checkbox"));
      await hand.click(hand.page.getByRole("button", { name: "Delete" }));
      await seen(status(hand.page, /^3 runs/));
      await hand.click(hand.page.getByRole("button", { name: "Undo" }));
      await seen(status(hand.page, /^4 runs/));
    },
    story: [
      "compare-table.spec.ts",
      "runs are tagged, archived and deleted together, and each is undone",
    ],
  },
];
