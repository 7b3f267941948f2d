import { ownColor } from "../../src/colors/own-color.ts";
import type { TableGroup, TableRow, TableRun } from "../../src/runs-table/columns/table-row.ts";
import { tableRun } from "../table-run.ts";

const EPOCHS = 30;
const DAY = 86_400_000;
const states = [
  { state: "finished", status: { text: "finished · 30 epochs", tone: "muted" } },
  { state: "running", status: { text: "running · in its 12th epoch", tone: "accent" } },
  { state: "stopped_early", status: { text: "stopped early after 9 epochs", tone: "muted" } },
  {
    state: "killed",
    status: { text: "killed in its 4th epoch: its process is gone", tone: "bad" },
  },
  { state: "stalled", status: { text: "stalled 4 min", tone: "warn" } },
] as const;

/** How the runs of the page are called. */
export const namings: Readonly<Record<string, (at: number) => string>> = {
  plain: (at) => `lr ${["0.1", "0.01", "0.003"][at % 3]}, ${32 * 2 ** (at % 3)} units, seed ${at}`,
  long: (at) =>
    `baseline of the second week after the data were cleaned once more · lr 0.01, 128 units, dropout 0.3, seed ${at}`,
  swept: (at) =>
    `sweep of the night · lr ${["0.00349", "0.0012", "0.03"][at % 3]}, ${32 * 2 ** (at % 2)} units, ${at % 4} layers, seed ${at}`,
  bidi: (at) =>
    `${
      ["ריצת בסיס עם קצב למידה 0.01", "تجربة بمعدل تعلم", "実験 学習率", "run 🏃🏽‍♀️ baseline"][
        at % 4
      ]
    } seed ${at}`,
};

/** A run of the page: the same one for the same place. */
export function sampleRow(at: number, name: string): TableRun {
  const height = 0.72 + 0.25 * Math.abs(Math.sin(at * 12.9898));
  const x = Array.from({ length: EPOCHS }, (_, epoch) => epoch + 1);
  const y = x.map(
    (epoch) => height - 0.4 / epoch - (at % 5 === 0 && epoch > 12 ? (epoch - 12) * 0.01 : 0),
  );
  const bestAt = y.indexOf(Math.max(...y));
  const best = { value: y[bestAt] ?? 0, step: bestAt, epoch: bestAt };
  const last = { value: at % 17 === 3 ? Number.NaN : (y.at(-1) ?? 0), step: 29, epoch: 29 };
  const { state, status } = states[at % 7 < 5 ? at % 5 : 0] ?? states[0];
  return tableRun({
    id: `run-${at}`,
    name,
    state,
    status,
    ...(at % 5 === 0 && { verdict: "overfits from 13" }),
    startedAt: 20 * DAY - at * 3_600_000,
    durationMs: 40_000 + at * 1700,
    tags: at % 3 === 0 ? ["baseline", "week 2"] : [],
    ...(at < 12 && { color: ownColor(`run-${at}`) }),
    judged: { best, last, kept: last, regret: best.value - last.value, spark: { x, y } },
    bestX: bestAt + 1,
    cells: new Map([
      ["param:lr", { text: ["0.1", "0.01", "0.003"][at % 3] ?? "" }],
      ["param:units", { text: String(32 * 2 ** (at % 3)) }],
      ["last:val_loss", { value: (1 + (at % 9)) ** 3 / 7, step: 29, epoch: 29 }],
      ["fact:host", { text: "workstation" }],
    ]),
  });
}

/** Groups of five runs; those of the open ones follow them. */
export function grouped(runs: readonly TableRun[], open: ReadonlySet<string>): readonly TableRow[] {
  return Array.from({ length: Math.ceil(runs.length / 5) }, (_, at): readonly TableRow[] => {
    const members = runs.slice(at * 5, at * 5 + 5);
    const best = members.map(({ judged }) => judged?.best?.value ?? 0);
    const mean = best.reduce((a, b) => a + b, 0) / best.length;
    const group: TableGroup = {
      kind: "group",
      id: `group-${at}`,
      name: `lr 0.01, ${32 * (at + 1)} units`,
      count: members.length,
      open: open.has(`group-${at}`),
      visible: true,
      values: new Map([["best", { mean, spread: 0.0123, n: members.length - (at % 2) }]]),
    };
    return group.open ? [group, ...members.map((run) => ({ ...run, inGroup: true }))] : [group];
  }).flat();
}
