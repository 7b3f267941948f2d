import type { RunSummary } from "@epochal/store";

const HEAD = ["run", "best val_auc", "epoch", "kept", "ended"];

function howItEnded({ status, series }: RunSummary): string {
  const broken = series.find(({ key }) => key === "loss")?.firstNonFinite;
  if (broken) return `loss was ${broken.value} from epoch ${broken.epoch ?? broken.step} on`;
  return status.reason ?? status.state;
}

/** What came out of each run, in columns. */
export function outcomeTable(runs: readonly RunSummary[]): string {
  const rows = runs.map((run) => {
    const auc = run.series.find(({ key }) => key === "val_auc");
    return [
      run.name,
      auc?.best?.value.toFixed(4) ?? "-",
      String(auc?.best?.epoch ?? "-"),
      auc?.kept?.value.toFixed(4) ?? "-",
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
