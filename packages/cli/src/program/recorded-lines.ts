import { formatValue, placeWords, primaryMetric } from "@epochal/conclusions";
import { printable } from "@epochal/record";
import type { ListedRun } from "../runs-table/listed-run.ts";
import { statusText } from "../runs-table/status-text.ts";

/** How many runs are told of one by one. */
const most = 5;
/** Where the dashboard is unless it was started otherwise. */
const dashboard = "http://127.0.0.1:4300";

/** Says which runs a program has recorded, how they ended and where to see them, the newest last. */
export function recordedLines(runs: readonly ListedRun[], store: string): string[] {
  const told = runs.slice(-most);
  const more = runs.length > most ? [`and ${runs.length - most} more runs before these`] : [];
  return [...told.map((run) => `recorded ${lineOf(run)}`), ...more, ...linksOf(runs, store)];
}

function lineOf(run: ListedRun): string {
  const metric = primaryMetric([run])?.key;
  const best = run.series.find(({ key }) => key === metric)?.best;
  const value =
    best === undefined ? "" : `, best ${metric} ${formatValue(best.value)} in ${placeWords(best)}`;
  return printable(`${run.name} in ${run.project}: ${statusText(run)}${value}`);
}

function linksOf(runs: readonly ListedRun[], store: string): string[] {
  const [run] = runs;
  if (run === undefined) return [];
  const where = isUsual(store) ? "" : ` --store ${quoted(store)}`;
  const projects = new Set(runs.map(({ project }) => project));
  const page =
    runs.length === 1
      ? `/runs/${run.id}`
      : projects.size === 1
        ? `/projects/${encodeURIComponent(run.project)}`
        : "/";
  const command = runs.length === 1 ? `epochal show ${run.id}` : "epochal ls";
  return [
    `npx ${command}${where}`,
    `${dashboard}${page} while npx epochal${where} serves the dashboard`,
  ];
}

function isUsual(store: string): boolean {
  return store === ".epochal/runs.db";
}

function quoted(text: string): string {
  return /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
