import { formatValue, placeWords, shownPlace } from "@epochal/conclusions";
import type { RunSummary } from "@epochal/store";

const HEAD = ["run", "best val_auc", "epoch", "kept", "ended"];

function howItEnded({ status, series }: RunSummary): string {
  const broken = series.find(({ key }) => key === "loss")?.firstNonFinite;
  if (broken) return `loss was ${formatValue(broken.value)} from ${placeWords(broken)} on`;
  return status.reason ?? status.state;
}

/** What came out of each run, in columns. */
export function outcomeTable(runs: readonly RunSummary[]): string {
  const rows = runs.map((run) => {
    const auc = run.series.find(({ key }) => key === "val_auc");
    return [
      run.name,
      auc?.best ? formatValue(auc.best.value) : "-",
      auc?.best ? String(shownPlace(auc.best)) : "-",
      auc?.kept ? formatValue(auc.kept.value) : "-",
      howItEnded(run),
    ];
  });
  const widths = HEAD.map((_, column) =>
    Math.max(...[HEAD, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  return [HEAD, ...rows]
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "))
    .map((line) => line.trimEnd())
    .join("\n");
}
