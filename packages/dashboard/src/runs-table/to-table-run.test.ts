import { expect, test } from "vitest";
import { toTableRun } from "./to-table-run.ts";

const row = {
  id: "a",
  project: "p",
  name: "n",
  label: "n · lr 0.1",
  tags: ["base"],
  notes: "",
  status: { state: "finished", lastSeenAt: 0 },
  startedAt: 1,
  endedAt: 2,
  durationMs: 3,
  host: "here",
  resumed: 0,
  conclusions: { reached: { done: 20 } },
  judged: { best: { value: 0.9, step: 4, epoch: 4 } },
  cells: [{ text: "32", number: 32 }, null, { value: 0.5, step: 1 }],
} as const;

test("a row holds its cells by what they were asked for, and none where the run has none", () => {
  const columns = ["param:units", "param:lr", "last:loss"];
  const run = toTableRun(row, { columns, visible: true, now: undefined });
  expect([...run.cells.keys()]).toEqual(["param:units", "last:loss"]);
  expect(run.cells.get("last:loss")).toEqual({ value: 0.5, step: 1 });
  expect(run.name).toBe("n · lr 0.1");
  expect(run.status.text).toBe("finished · 20 epochs");
  expect("color" in run).toBe(false);
});
